import { callFunction } from '@/db/client';
import { type CollectionId, newId, type ProductId, toUuid } from '@/lib/kernel/ids';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import { bumpTags } from '@/lib/platform/tags/bump-tags';
import { COLLECTIONS, LISTS } from '@/lib/platform/tags/tag';
import type { CatalogContext } from './create-product';
import type { MoveInCollectionInput } from './input';

export type MoveRefusal =
  | 'collection-not-found'
  | 'product-not-in-collection'
  | 'not-arranged-by-hand'
  /** What it was to stand beside is not in it. */
  | 'unknown-neighbour';

/** Gives a product another place in a collection that is arranged by hand: at an end, one step on, or beside another. */
export async function moveInCollection(
  id: CollectionId,
  productId: ProductId,
  { to, after, before }: MoveInCollectionInput,
  context: CatalogContext,
): Promise<Outcome<undefined, MoveRefusal>> {
  const { outcome } = await callFunction<{ outcome: 'moved' | MoveRefusal }>('move_in_collection', {
    collectionId: toUuid(id),
    productId: toUuid(productId),
    to,
    after: after && toUuid(after),
    before: before && toUuid(before),
    auditId: toUuid(newId('aud')),
    ...context,
  });
  switch (outcome) {
    case 'moved':
      await bumpTags([COLLECTIONS, LISTS]);
      return ok();
    case 'collection-not-found':
    case 'product-not-in-collection':
    case 'not-arranged-by-hand':
    case 'unknown-neighbour':
      return no(outcome);
    default:
      return assertNever(outcome);
  }
}
