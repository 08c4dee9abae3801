import type { ProductInFile } from './product-in-file';

/** What one transaction carries: small enough to be quick and to be repeated, large enough to spare round trips. */
const MAX_PRODUCTS = 25;
const MAX_VARIANTS = 300;

/** The products to save next, from the one at `from` on: at least one while there are any. */
export function nextBatch(products: readonly ProductInFile[], from: number): readonly ProductInFile[] {
  let variantCount = 0;
  const rest = products.slice(from, from + MAX_PRODUCTS);
  const end = rest.findIndex(({ content }, at) => {
    variantCount += content?.variants.length ?? 0;
    return at > 0 && variantCount > MAX_VARIANTS;
  });
  return end === -1 ? rest : rest.slice(0, end);
}
