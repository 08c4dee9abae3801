import { type Market, viewOf } from '@/app/components/market/markets';
import { ProductCard } from '@/app/components/product-card';
import { textOf } from '@/app/components/text/messages';
import { listRelatedProducts } from '@/lib/catalog/queries';
import type { ProductId } from '@/lib/kernel/ids';

const COUNT = 4;
const SIZES = '(min-width: 100rem) 23rem, (min-width: 56rem) 23vw, 46vw';

/** What goes with a product, for who has looked at it and looks on. Nothing at all in a shop of one thing. */
export async function RelatedProducts({ market, product }: { market: Market; product: ProductId }) {
  const products = await listRelatedProducts(product, COUNT, viewOf(market));
  if (products.length === 0) return null;
  return (
    <section aria-labelledby="related" className="frame pt-16 md:pt-24">
      <div className="grid gap-8 border-t border-line pt-8 md:pt-12">
        <h2 id="related" className="display text-title">
          {textOf(market)('list.related')}
        </h2>
        <ul className="grid grid-cols-2 gap-x-4 gap-y-10 md:grid-cols-4 md:gap-x-8">
          {products.map((card) => (
            <li key={card.slug}>
              <ProductCard market={market} product={card} sizes={SIZES} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
