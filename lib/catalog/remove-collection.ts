import { callFunction } from '@/db/client';
import { type CollectionId, newId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { bumpTags } from '@/lib/platform/tags/bump-tags';
import { COLLECTIONS, LISTS } from '@/lib/platform/tags/tag';
import type { CatalogContext } from './create-product';

type RemoveAnswer =
  | { outcome: 'removed' | 'collection-not-found' }
  | { outcome: 'collection-in-use'; codes: string[] };

/** Takes a collection away; its products stay. One that discounts which are switched on are for stays as well. */
export async function removeCollection(
  id: CollectionId,
  { actor, requestId }: CatalogContext,
): Promise<
  Outcome<
    undefined,
    { reason: 'collection-not-found' } | { reason: 'collection-in-use'; codes: readonly string[] }
  >
> {
  const auditId = toUuid(newId('aud'));
  const answer = await callFunction<RemoveAnswer>('remove_collection', {
    collectionId: toUuid(id),
    auditId,
    actor,
    requestId,
  });
  if (answer.outcome === 'removed') {
    await bumpTags([COLLECTIONS, LISTS]);
    return ok();
  }
  if (answer.outcome === 'collection-in-use') return no('collection-in-use', { codes: answer.codes });
  return no(answer.outcome);
}
