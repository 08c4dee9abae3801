import { notFound } from 'next/navigation';
import { cache } from 'react';
import { CollectionPicture } from '@/app/(storefront)/_lib/collection-picture';
import { Browse } from '@/app/components/browse/browse';
import { PAGE_SIZE } from '@/app/components/browse/page-size';
import { FirstPaint } from '@/app/components/first-paint';
import { type Market, viewOf } from '@/app/components/market/markets';
import { ProductGrid } from '@/app/components/product-grid';
import { ShopLink } from '@/app/components/shop-link';
import { sectionsOf, textOf } from '@/app/components/text/messages';
import { TextProvider } from '@/app/components/text/text-provider';
import { buttonClass } from '@/app/components/ui/button';
import { countFacets } from '@/lib/catalog/count-facets';
import type { CollectionSort, ComingProduct } from '@/lib/catalog/model';
import type { ProductCursor } from '@/lib/catalog/product-cursor';
import { findCollection, listProducts } from '@/lib/catalog/queries';
import { getShop } from '@/lib/shop/queries';
import { ComingWorks } from './coming-works';

/** The collection of everything: it has no row of its own. */
const ALL = 'all';

export type ShownCollection = {
  readonly slug: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly opensAt: string | null;
  readonly coming: readonly ComingProduct[];
  readonly sort: CollectionSort;
  readonly image: { readonly url: string; readonly alt: string } | null;
};

// The page and its metadata ask for the same collection: one statement.
const collectionOf = cache((slug: string, language: string | undefined) => findCollection(slug, language));

/** The collection at an address; what is not there is a page that is not there. */
export async function shownCollection(market: Market, slug: string): Promise<ShownCollection> {
  if (slug !== ALL) return (await collectionOf(slug, viewOf(market).language)) ?? notFound();
  const t = textOf(market);
  return {
    slug,
    title: t('common.allProducts'),
    descriptionHtml: '',
    opensAt: null,
    coming: [],
    sort: 'newest',
    image: null,
  };
}

// The page and what others show of it ask for the same list: one statement.
const startOf = cache((market: Market, scope: string | undefined) =>
  listProducts({ limit: PAGE_SIZE, collection: scope, ...viewOf(market) }),
);

/** The pictures that a collection is known by: its own, those of its first works, or of those that are to come. */
export async function picturesOf(market: Market, collection: ShownCollection) {
  const { items } = await startOf(market, scopeOf(collection));
  return [collection, ...items, ...collection.coming].map(({ image }) => image);
}

const pathOf = ({ slug }: ShownCollection) => `/collections/${encodeURIComponent(slug)}`;
const scopeOf = ({ slug }: ShownCollection) => (slug === ALL ? undefined : slug);

/** A collection's first page, in its own order, and what it can be narrowed by. */
export async function CollectionStart({
  market,
  collection,
}: {
  market: Market;
  collection: ShownCollection;
}) {
  const scope = scopeOf(collection);
  const currency = market.currency ?? (await getShop()).currency;
  const [page, facets] = await Promise.all([
    startOf(market, scope),
    countFacets({ collection: scope, currency, language: viewOf(market).language }),
  ]);
  const path = pathOf(collection);
  return (
    <div className="frame grid gap-10 pt-8 md:gap-14 md:pt-14">
      <FirstPaint />
      <noscript>
        <style>{'.filter-rail { display: block }'}</style>
      </noscript>
      {collection.image === null ? null : <CollectionPicture image={collection.image} isFirst />}
      <header className="grid gap-4">
        <h1 className="display text-display">{collection.title}</h1>
        {collection.descriptionHtml === '' ? null : (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: it was sanitised when it was written.
          <div className="prose text-lg" dangerouslySetInnerHTML={{ __html: collection.descriptionHtml }} />
        )}
      </header>
      {collection.opensAt === null ? null : (
        <ComingWorks market={market} opensAt={collection.opensAt} works={collection.coming} />
      )}
      {collection.opensAt !== null && page.items.length === 0 ? null : (
        <TextProvider market={market} messages={sectionsOf(market, ['browse', 'search', 'list'])}>
          <h2 className="sr-only">{textOf(market)('list.products')}</h2>
          <Browse
            path={path}
            collection={scope ?? ''}
            ownSort={collection.sort}
            currency={currency}
            given={{ page: { ...page, items: page.items.map(({ id: _, ...card }) => card) }, facets }}
            nextPage={page.nextCursor === null ? undefined : pageOf(collection, page.nextCursor)}
          />
        </TextProvider>
      )}
    </div>
  );
}

const pageOf = (collection: ShownCollection, cursor: string) =>
  `${pathOf(collection)}/page/${encodeURIComponent(cursor)}`;

/** A further page of a collection as it stands, to be leafed through; it is narrowed on the first. */
export async function CollectionList({
  market,
  collection,
  cursor,
}: {
  market: Market;
  collection: ShownCollection;
  cursor: ProductCursor;
}) {
  const t = textOf(market);
  const { items, nextCursor } = await listProducts({
    limit: PAGE_SIZE,
    collection: scopeOf(collection),
    cursor,
    ...viewOf(market),
  });
  return (
    <div className="frame grid gap-10 pt-8 md:gap-14 md:pt-14">
      <FirstPaint />
      <h1 className="display text-display">{collection.title}</h1>
      {items.length === 0 ? <p className="text-lg">{t('list.emptyText')}</p> : null}
      <h2 className="sr-only">{t('list.products')}</h2>
      <ProductGrid market={market} products={items} />
      <nav aria-label={t('list.pages')} className="flex flex-wrap gap-4 border-t border-line pt-8">
        {nextCursor === null ? null : (
          <ShopLink
            market={market}
            to={pageOf(collection, nextCursor)}
            rel="next"
            className={buttonClass('plain')}
          >
            {t('list.next')}
          </ShopLink>
        )}
        <ShopLink market={market} to={pathOf(collection)} className={buttonClass('plain')}>
          {t('list.first')}
        </ShopLink>
      </nav>
    </div>
  );
}
