import { callFunction } from '@/db/client';
import { type CollectionId, newId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { readDraftStart } from '@/lib/platform/files/read-file';
import { removeFiles } from '@/lib/platform/files/remove-files';
import { finishFile } from '@/lib/platform/files/write-file';
import { bumpTags } from '@/lib/platform/tags/bump-tags';
import { COLLECTIONS, LISTS } from '@/lib/platform/tags/tag';
import type { UploadedPicture } from './add-product-image';
import type { CatalogContext } from './create-product';
import { originalName, uploadUrl } from './internal/original';
import { PICTURE_TYPES, sniffPicture } from './internal/sniff-picture';

type Answer = { outcome: 'set'; path: string | null } | { outcome: 'collection-not-found' };

/**
 * Gives a collection a picture of its own, on Node alone: known by its bytes, and rendered by a job at each width. Until then shoppers see
 * none.
 */
export async function setCollectionImage(
  id: CollectionId,
  { draftId, hash }: UploadedPicture,
  alt: string,
  context: CatalogContext,
): Promise<
  Outcome<undefined, { reason: 'collection-not-found' } | { reason: 'not-a-picture'; message: string }>
> {
  if (sniffPicture(await readDraftStart(draftId)) === null)
    return no('not-a-picture', { message: `It is none of ${PICTURE_TYPES.join(', ')}.` });
  const original = originalName(hash);
  // Before the picture is there: a job must not look for a file that is on its way.
  await finishFile(draftId, original);
  const answer = await change(id, { url: uploadUrl(hash), contentHash: hash, alt }, context);
  if (answer.outcome !== 'set') return no(answer.outcome);
  // Rendered before: nobody comes for the original any more.
  if (answer.path !== null) await removeFiles([original.name]);
  return ok();
}

/** Takes a collection's picture away. */
export async function removeCollectionImage(
  id: CollectionId,
  context: CatalogContext,
): Promise<Outcome<undefined, 'collection-not-found'>> {
  const answer = await change(id, {}, context);
  return answer.outcome === 'set' ? ok() : no(answer.outcome);
}

async function change(id: CollectionId, image: object, context: CatalogContext): Promise<Answer> {
  const answer = await callFunction<Answer>('set_collection_image', {
    ...image,
    collectionId: toUuid(id),
    auditId: toUuid(newId('aud')),
    ...context,
  });
  if (answer.outcome === 'set') await bumpTags([COLLECTIONS, LISTS]);
  return answer;
}
