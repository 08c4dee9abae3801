import { callFunction } from '@/db/client';
import { type ImageId, newId, type ProductId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { readDraftStart } from '@/lib/platform/files/read-file';
import { removeFiles } from '@/lib/platform/files/remove-files';
import { finishFile } from '@/lib/platform/files/write-file';
import type { Idempotency } from '@/lib/platform/idempotency';
import { bumpTags } from '@/lib/platform/tags/bump-tags';
import { LISTS, productTag } from '@/lib/platform/tags/tag';
import type { CatalogContext } from './create-product';
import { originalName, uploadUrl } from './internal/original';
import { PICTURE_TYPES, sniffPicture } from './internal/sniff-picture';
import { MAX_IMAGES } from './model';

/** A picture that was uploaded: written to its end, and nobody's yet. */
export type UploadedPicture = { readonly draftId: string; readonly hash: string };

export type AddedImage = { readonly id: ImageId };

export type AddImageRefusal =
  | { reason: 'product-not-found' | 'too-many-images' }
  | { reason: 'not-a-picture'; message: string };

type Answer =
  | { outcome: 'added'; path: string | null }
  | { outcome: 'product-not-found' | 'too-many-images' };

/**
 * Puts an uploaded picture last among those of a product, on Node alone. It is known by its bytes, not by what it is called; a
 * job renders it at each width, and until then a placeholder stands in.
 */
export async function addProductImage(
  productId: ProductId,
  { draftId, hash }: UploadedPicture,
  alt: string,
  { actor, requestId, idempotency }: CatalogContext & { readonly idempotency?: Idempotency | null },
): Promise<Outcome<AddedImage, AddImageRefusal>> {
  if (sniffPicture(await readDraftStart(draftId)) === null)
    return no('not-a-picture', { message: `It is none of ${PICTURE_TYPES.join(', ')}.` });
  const id = newId('img');
  const original = originalName(hash);
  // Before the picture is there: a job must not look for a file that is on its way.
  await finishFile(draftId, original);
  const answer = await callFunction<Answer>('add_product_image', {
    productId: toUuid(productId),
    imageId: toUuid(id),
    url: uploadUrl(hash),
    contentHash: hash,
    alt,
    most: MAX_IMAGES,
    actor,
    auditId: toUuid(newId('aud')),
    eventId: toUuid(newId('evt')),
    requestId,
    idempotency: idempotency && { ...idempotency, status: 201, body: JSON.stringify({ id }) },
  });
  if (answer.outcome !== 'added') return no(answer.outcome);
  // Rendered before: nobody comes for the original any more.
  if (answer.path !== null) await removeFiles([original.name]);
  await bumpTags([LISTS, productTag(productId)]);
  return ok({ id });
}
