import { type SQL, sql } from 'drizzle-orm';
import { callFunction, query } from '@/db/client';
import type { ProductDraft } from '../model';

/** A picture that lies elsewhere, taken up by us for a while. */
export type ClaimedPicture = {
  readonly url: string;
  readonly contentHash: string | null;
  readonly attempts: number;
};

export type PictureStatus = 'wanted' | 'fetched' | 'rendered' | 'failed';

export type SettledPicture = {
  readonly path: string;
  readonly width: number;
  readonly height: number;
};

/** After this long a picture whose worker died is taken up by another. Longer than any step. */
const LEASE_SECONDS = 60;

/** What is waited before the next attempt, by how many there were; after the last one it is given up. */
const PAUSES_SECONDS = [60, 300, 1_800, 7_200];

/** The statement that wants the pictures of these products that are not here yet; none when there are none. */
export function wantPictures(drafts: readonly ProductDraft[]): SQL[] {
  const urls = drafts.flatMap(({ images }) =>
    images.flatMap(({ path, sourceUrl }) => (path === null && sourceUrl !== null ? sourceUrl : [])),
  );
  return urls.length === 0 ? [] : [sql`select want_pictures(${JSON.stringify(urls)}::jsonb)`];
}

/** Takes up to `limit` due pictures; nobody else gets them before the lease has run out. */
export function claimPictures(
  status: 'wanted' | 'fetched',
  limit: number,
): Promise<readonly ClaimedPicture[]> {
  return callFunction('claim_pictures', { status, limit, leaseSeconds: LEASE_SECONDS });
}

/** Writes down what came of one. One that was settled by somebody else meanwhile stays as it is. */
export async function settlePicture(
  url: string,
  from: PictureStatus,
  to: {
    readonly status: PictureStatus;
    readonly etag?: string | null;
    readonly contentHash?: string;
    readonly message?: string;
    readonly pauseSeconds?: number;
  } & Partial<SettledPicture>,
): Promise<void> {
  await callFunction('settle_picture', { url, from, ...to });
}

/** Puts one off until later, or gives it up when it was tried often enough. */
export function putOffPicture(
  { url, attempts }: ClaimedPicture,
  from: 'wanted' | 'fetched',
  message: string,
): Promise<void> {
  const pauseSeconds = PAUSES_SECONDS[attempts - 1];
  if (pauseSeconds === undefined) return settlePicture(url, from, { status: 'failed', message });
  return settlePicture(url, from, { status: from, message, pauseSeconds });
}

/** The renderings of the same bytes from another address. */
export async function findRendered(contentHash: string): Promise<SettledPicture | null> {
  const [row] = await query<SettledPicture>(
    'find_rendered_picture',
    `select path, width, height from remote_images
     where content_hash = decode($1, 'hex') and status = 'rendered' limit 1`,
    [contentHash],
  );
  return row ?? null;
}
