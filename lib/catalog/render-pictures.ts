import { callFunction } from '@/db/client';
import { fromUuid } from '@/lib/kernel/ids';
import { nameRendering } from '@/lib/platform/files/model';
import { findFile, readFile } from '@/lib/platform/files/read-file';
import { removeFiles } from '@/lib/platform/files/remove-files';
import { storeFile } from '@/lib/platform/files/write-file';
import { bumpTags } from '@/lib/platform/tags/bump-tags';
import { COLLECTIONS, LISTS, productTag } from '@/lib/platform/tags/tag';
import { originalName } from './internal/original';
import {
  type ClaimedPicture,
  claimPictures,
  findRendered,
  putOffPicture,
  type SettledPicture,
  settlePicture,
} from './internal/picture-queue';
import { renderPicture } from './internal/render-picture';

/** After so many attempts it is the picture that ends our process, not chance. */
const MAX_ATTEMPTS = 4;

/** No further picture is begun after this; the last one may take 12 s. */
const BUDGET_MS = 3_000;

/**
 * Renders pictures that were fetched, one after the other, and lets products and collections show them. Gives how many there were: 0 when there is
 * nothing left to do. Whoever it is that ends our process meanwhile, the next call goes on.
 */
export async function renderPictures(): Promise<number> {
  const endsAt = performance.now() + BUDGET_MS;
  let count = 0;
  while (performance.now() < endsAt) {
    const [picture] = await claimPictures('fetched', 1);
    if (picture === undefined) break;
    await renderOne(picture);
    count += 1;
  }
  // Also what was left the last time, because somebody was writing its product.
  const shown = await callFunction<readonly string[]>('show_pictures', { limit: PRODUCTS_AT_ONCE });
  if (shown.length > 0) await bumpTags([LISTS, ...shown.map((id) => productTag(fromUuid('prod', id)))]);
  if ((await callFunction<number>('show_collection_pictures', {})) > 0) await bumpTags([COLLECTIONS, LISTS]);
  return count;
}

const PRODUCTS_AT_ONCE = 200;

async function renderOne(picture: ClaimedPicture): Promise<void> {
  const { url, contentHash, attempts } = picture;
  if (contentHash === null) throw new Error(`The fetched picture ${url} has no content.`);
  const twin = await findRendered(contentHash);
  if (twin !== null) return settle(picture, contentHash, twin);
  const file = await findFile(originalName(contentHash).name);
  // A worker that took this one for dead has finished it, or storage was emptied: whatever is missing is fetched again.
  if (file === null) return settlePicture(url, 'fetched', { status: 'wanted' });
  if (attempts > MAX_ATTEMPTS) return fail(picture, contentHash, 'it could not be rendered');

  const rendered = await renderPicture(new Uint8Array(await new Response(readFile(file)).arrayBuffer()));
  if (!rendered.ok) {
    // A busy machine is slow, too: time is given once more, a broken file is not.
    if (rendered.isSlow && attempts < MAX_ATTEMPTS)
      return putOffPicture(picture, 'fetched', rendered.message);
    return fail(picture, contentHash, rendered.message);
  }
  const { renderings, width, height } = rendered.value;
  for (const { width: size, format, bytes } of renderings)
    await storeFile(bytes, nameRendering(contentHash, size, format));
  await settle(picture, contentHash, { path: `/files/${contentHash}`, width, height });
}

async function settle({ url }: ClaimedPicture, contentHash: string, settled: SettledPicture): Promise<void> {
  await settlePicture(url, 'fetched', { status: 'rendered', ...settled });
  await removeFiles([originalName(contentHash).name]);
}

async function fail({ url }: ClaimedPicture, contentHash: string, message: string): Promise<void> {
  await settlePicture(url, 'fetched', { status: 'failed', message });
  await removeFiles([originalName(contentHash).name]);
}
