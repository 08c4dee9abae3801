import type { Market } from '@/app/components/market/markets';
import { ProductCard } from '@/app/components/product-card';
import { ShopLink } from '@/app/components/shop-link';
import { textOf } from '@/app/components/text/messages';
import type { ProductCard as Card } from '@/lib/catalog/model';

const SIZES = '(min-width: 100rem) 22rem, (min-width: 56rem) 22vw, 62vw';

/** What came before the lead: a strip to swipe through on a phone, a row on a desk. */
export function Newest({ market, products }: { market: Market; products: readonly Card[] }) {
  if (products.length === 0) return null;
  const t = textOf(market);
  return (
    <section aria-labelledby="newest" className="grid gap-8">
      <header className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-t border-line pt-4">
        <h2 id="newest" className="display text-title">
          {t('home.newest')}
        </h2>
        <ShopLink market={market} to="/collections/all" className="nav-link text-act">
          {t('home.seeAll')}
        </ShopLink>
      </header>
      <ul className="-mx-4 flex snap-x snap-mandatory scroll-px-4 gap-4 overflow-x-auto px-4 pb-2 md:mx-0 md:grid md:grid-cols-4 md:gap-8 md:overflow-visible md:px-0">
        {products.map((product) => (
          <li key={product.slug} className="w-[62vw] shrink-0 snap-start sm:w-[40vw] md:w-auto">
            <ProductCard market={market} product={product} sizes={SIZES} />
          </li>
        ))}
      </ul>
    </section>
  );
}
