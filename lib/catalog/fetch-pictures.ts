import { createHash } from 'node:crypto';
import { assertNever } from '@/lib/kernel/outcome';
import { fetchRemoteFile } from '@/lib/platform/fetch-remote-file';
import { storeFile } from '@/lib/platform/files/write-file';
import { PUBLIC_WEB, type Reach } from '@/lib/platform/open-remote';
import { originalName } from './internal/original';
import { type ClaimedPicture, claimPictures, putOffPicture, settlePicture } from './internal/picture-queue';
import { PICTURE_TYPES, sniffPicture } from './internal/sniff-picture';

/** How many are fetched at once. */
const AT_ONCE = 6;
const LIMITS = {
  maxBytes: 10 * 1024 * 1024,
  timeoutMs: 10_000,
  accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9',
};

export type FetchOptions = {
  /** Whom to connect to; tests let in a server of their own. */
  readonly reach?: Reach;
  readonly timeoutMs?: number;
};

/**
 * Fetches a handful of pictures that products show and that lie elsewhere, and keeps them to be rendered. One that cannot be had is
 * put off or given up, with the reason; it never stops the others. Gives how many were due. Takes 10 s and a little.
 */
export async function fetchPictures({
  reach = PUBLIC_WEB,
  timeoutMs = LIMITS.timeoutMs,
}: FetchOptions = {}): Promise<number> {
  const claimed = await claimPictures('wanted', AT_ONCE);
  await Promise.all(claimed.map((picture) => fetchOne(picture, reach, timeoutMs)));
  return claimed.length;
}

async function fetchOne(picture: ClaimedPicture, reach: Reach, timeoutMs: number): Promise<void> {
  const { url } = picture;
  const fetched = await fetchRemoteFile(url, { ...LIMITS, timeoutMs }, reach);
  if (!fetched.ok) {
    switch (fetched.reason) {
      case 'unreachable':
        return putOffPicture(picture, 'wanted', fetched.message);
      case 'refused':
        return settlePicture(url, 'wanted', { status: 'failed', message: fetched.message });
      default:
        return assertNever(fetched);
    }
  }
  const { bytes, etag } = fetched.value;
  if (sniffPicture(bytes) === null) {
    const message = `it is none of ${PICTURE_TYPES.join(', ')}`;
    return settlePicture(url, 'wanted', { status: 'failed', message });
  }
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  await storeFile(bytes, originalName(contentHash));
  await settlePicture(url, 'wanted', { status: 'fetched', contentHash, etag });
}
