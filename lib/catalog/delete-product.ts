import { callFunction } from '@/db/client';
import { newId, type ProductId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { bumpTags } from '@/lib/platform/tags/bump-tags';
import { LISTS, productTag } from '@/lib/platform/tags/tag';
import type { CatalogContext } from './create-product';

/** What became of it: gone, or, because orders name it, archived. */
export type Deletion = 'deleted' | 'archived';

/** Takes a product out of the shop, in one statement: nobody sees or buys it from then on. */
export async function deleteProduct(
  id: ProductId,
  context: CatalogContext,
): Promise<Outcome<Deletion, 'product-not-found'>> {
  const { outcome } = await callFunction<{ outcome: Deletion | 'product-not-found' }>('remove_product', {
    productId: toUuid(id),
    actor: context.actor,
    auditId: toUuid(newId('aud')),
    eventId: toUuid(newId('evt')),
    requestId: context.requestId,
  });
  if (outcome === 'product-not-found') return no(outcome);
  await bumpTags([LISTS, productTag(id)]);
  return ok(outcome);
}
