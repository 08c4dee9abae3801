import type { ProductCard as Card } from '@/lib/catalog/model';
import type { Market } from './market/markets';
import { ProductCard } from './product-card';

const SIZES = '(min-width: 100rem) 23rem, (min-width: 56rem) 23vw, (min-width: 40rem) 31vw, 46vw';
/** How many cards a phone's first row has. On a desk there are more, and they come as soon as it knows. */
const FIRST_ROW = 2;

/** Products side by side: two on a phone, four on a desk. */
export function ProductGrid({ market, products }: { market: Market; products: readonly Card[] }) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:grid-cols-3 md:grid-cols-4 md:gap-x-8 md:gap-y-14">
      {products.map((product, index) => (
        <li key={product.slug}>
          <ProductCard market={market} product={product} sizes={SIZES} isFirst={index < FIRST_ROW} />
        </li>
      ))}
    </ul>
  );
}
