import { StoreUnavailable } from '@/lib/kernel/faults';
import type { ProductId } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { getShop } from '@/lib/shop/queries';
import type { CatalogContext } from './create-product';
import { findProduct } from './find-products';
import type { ChangeProductInput } from './input';
import { applyChange, type ChangeFault } from './internal/apply-change';
import { findUnknownCollections } from './internal/find-unknown-collections';
import { presentForMerchant } from './internal/present-product';
import type { MerchantProduct } from './model';
import { planSave, runSaves } from './save-products';

export type UpdateProductRefusal =
  | { reason: 'product-not-found' }
  | { reason: 'slug-taken' }
  | { reason: 'validation-failed'; errors: readonly ChangeFault[] };

/** How often the product may be changed by others between reading and writing before we give up. */
const ATTEMPTS = 5;

/**
 * Changes what the input names of a product and nothing else. Two changes at the same time both take effect: the one
 * that comes second is applied to what the first one left.
 */
export async function updateProduct(
  id: ProductId,
  input: ChangeProductInput,
  context: CatalogContext,
): Promise<Outcome<MerchantProduct, UpdateProductRefusal>> {
  const shop = await getShop();
  const collectionIds = input.collectionIds && [...new Set(input.collectionIds)];
  const change = { ...input, ...(collectionIds && { collectionIds }) };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const before = await findProduct(id);
    if (before === null) return no('product-not-found');
    const changed = applyChange(before.draft, change, shop);
    if (!changed.ok) return changed;
    const unknown = await findUnknownCollections(input.collectionIds);
    if (unknown.length > 0) return no('validation-failed', { errors: unknown });
    const planned = planSave(changed.value, before, Date.now());
    const refusal = await runSaves([planned], { ...context, reason: 'product edited' });
    if (refusal === null) return ok(presentForMerchant(planned, shop.currency));
    if (refusal.reason === 'slug-taken') return no('slug-taken');
  }
  throw new StoreUnavailable(
    'postgres',
    new Error(`${id} was changed by others ${ATTEMPTS} times in a row.`),
  );
}
