import { notFound } from 'next/navigation';
import { cache } from 'react';
import { type Market, viewOf } from '@/app/components/market/markets';
import { ProductGrid } from '@/app/components/product-grid';
import { ShopLink } from '@/app/components/shop-link';
import { textOf } from '@/app/components/text/messages';
import { buttonClass } from '@/app/components/ui/button';
import type { ProductCursor } from '@/lib/catalog/product-cursor';
import { findCollection, listProducts } from '@/lib/catalog/queries';

/** The collection of everything: it has no row of its own. */
const ALL = 'all';

export const COLLECTION_SORT = 'newest';

const PAGE_SIZE = 24;

export type ShownCollection = {
  readonly slug: string;
  readonly title: string;
  readonly descriptionHtml: string;
};

// The page and its metadata ask for the same collection: one statement.
const collectionOf = cache((slug: string, language: string | undefined) => findCollection(slug, language));

/** The collection at an address; what is not there is a page that is not there. */
export async function shownCollection(market: Market, slug: string): Promise<ShownCollection> {
  if (slug !== ALL) return (await collectionOf(slug, viewOf(market).language)) ?? notFound();
  const t = textOf(market);
  return { slug, title: t('common.allProducts'), descriptionHtml: '' };
}

/** One page of a collection, newest products first, and the ways to the next page and back. */
export async function CollectionList({
  market,
  collection,
  cursor,
}: {
  market: Market;
  collection: ShownCollection;
  cursor?: ProductCursor;
}) {
  const t = textOf(market);
  const { items, nextCursor } = await listProducts({
    sort: COLLECTION_SORT,
    limit: PAGE_SIZE,
    collection: collection.slug === ALL ? undefined : collection.slug,
    cursor,
    ...viewOf(market),
  });
  const path = `/collections/${encodeURIComponent(collection.slug)}`;
  return (
    <div className="frame grid gap-10 pt-8 md:gap-14 md:pt-14">
      <header className="grid gap-4">
        <h1 className="display text-display">{collection.title}</h1>
        {collection.descriptionHtml === '' || cursor !== undefined ? null : (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: it was sanitised when it was written.
          <div className="prose text-lg" dangerouslySetInnerHTML={{ __html: collection.descriptionHtml }} />
        )}
      </header>
      {items.length === 0 ? <p className="text-lg">{t('list.emptyText')}</p> : null}
      <ProductGrid market={market} products={items} />
      {cursor === undefined && nextCursor === null ? null : (
        <nav aria-label={t('list.pages')} className="flex flex-wrap gap-4 border-t border-line pt-8">
          {nextCursor === null ? null : (
            <ShopLink
              market={market}
              to={`${path}/page/${encodeURIComponent(nextCursor)}`}
              rel="next"
              className={buttonClass('plain')}
            >
              {t('list.next')}
            </ShopLink>
          )}
          {cursor === undefined ? null : (
            <ShopLink market={market} to={path} className={buttonClass('plain')}>
              {t('list.first')}
            </ShopLink>
          )}
        </nav>
      )}
    </div>
  );
}
