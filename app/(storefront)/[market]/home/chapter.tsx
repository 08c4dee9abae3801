import type { Market } from '@/app/components/market/markets';
import { ProductCard } from '@/app/components/product-card';
import { ShopLink } from '@/app/components/shop-link';
import { textOf } from '@/app/components/text/messages';
import type { ProductCard as Card, Collection } from '@/lib/catalog/model';

const LARGE = '(min-width: 100rem) 46rem, (min-width: 56rem) 46vw, 92vw';
const SMALL = '(min-width: 100rem) 24rem, (min-width: 56rem) 24vw, 44vw';

/** A collection told like a page of a book: one work large, one or two beside it, the words in between. */
export function Chapter({
  market,
  collection,
  works,
  isTurned,
}: {
  market: Market;
  collection: Collection;
  works: readonly Card[];
  /** Whether the large work stands on the right. */
  isTurned: boolean;
}) {
  const t = textOf(market);
  const [large, ...small] = works;
  if (large === undefined) return null;
  const headingId = `chapter-${collection.slug}`;
  return (
    <section aria-labelledby={headingId} className="grid items-start gap-x-8 gap-y-10 md:grid-cols-12">
      <div className={`md:col-span-6 ${isTurned ? 'md:order-last md:col-start-7' : ''}`}>
        <ProductCard market={market} product={large} sizes={LARGE} />
      </div>
      <div className="grid content-between gap-12 self-stretch md:col-span-6 md:gap-16">
        <header className={`grid max-w-[30rem] gap-4 ${isTurned ? '' : 'md:ml-[16.6%]'}`}>
          <h2 id={headingId} className="display text-display">
            <ShopLink
              market={market}
              to={`/collections/${encodeURIComponent(collection.slug)}`}
              className="underline-offset-8 hover:underline"
            >
              {collection.title}
            </ShopLink>
          </h2>
          {collection.descriptionHtml === '' ? null : (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: it was sanitised when it was written.
            <div className="prose text-lg" dangerouslySetInnerHTML={{ __html: collection.descriptionHtml }} />
          )}
          <p>
            <ShopLink
              market={market}
              to={`/collections/${encodeURIComponent(collection.slug)}`}
              className="nav-link text-act"
              aria-label={t('home.seeCollection', { title: collection.title })}
            >
              {t('home.seeAll')}
            </ShopLink>
          </p>
        </header>
        {small.length === 0 ? null : (
          <ul className={`grid grid-cols-2 gap-4 md:gap-8 ${isTurned ? 'md:mr-[16.6%]' : 'md:ml-[16.6%]'}`}>
            {small.map((product) => (
              <li key={product.slug}>
                <ProductCard market={market} product={product} sizes={SMALL} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
