import { type SQL, sql } from 'drizzle-orm';
import { newId, toUuid } from '@/lib/kernel/ids';
import { env } from '../env';
import { describeError, logEveryMinute } from '../log';
import { waitUntil } from '../wait-until';
import { tagView } from './shared-view';
import type { Tag } from './tag';
import { writeTagChanges } from './tag-store';

/** The outbox row that makes a bump certain; the relay does it, and nobody else hears of it. */
export const PAGES_CHANGED = 'platform/pages.changed';

const RETRIES_MS = [250, 500, 1_000, 2_000];
const TELL_TIMEOUT_MS = 2_000;

/**
 * The statement for a write's own transaction by which its tags are bumped whatever becomes of this process; `bumpTags`
 * after the commit is what makes it quick.
 */
export function willBumpTags(tags: readonly Tag[]): SQL {
  return sql`insert into outbox (id, name, data)
    values (${toUuid(newId('evt'))}::uuid, ${PAGES_CHANGED}, ${JSON.stringify({ tags })}::jsonb)`;
}

/**
 * Says that a write has committed: whatever was made of these tags before is made anew, within 2 s on every instance.
 * Never throws, for the write stands: what Redis does not hear now is said again, and in the end by the outbox.
 */
export async function bumpTags(tags: readonly Tag[]): Promise<void> {
  if (tags.length === 0) return;
  try {
    await refreshTags(tags);
  } catch {
    waitUntil(again(tags));
  }
}

/** The same for whoever comes again by itself. Throws when Redis, or the host's own page cache, cannot be reached. */
export async function refreshTags(tags: readonly Tag[]): Promise<void> {
  await writeTagChanges(tags);
  await Promise.all([tagView.sync(), tellNext(tags)]);
}

async function again(tags: readonly Tag[]): Promise<void> {
  for (const pauseMs of RETRIES_MS) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    try {
      return await refreshTags(tags);
    } catch (error) {
      logEveryMinute('warn', 'tags:not-bumped', { error: describeError(error) });
    }
  }
}

/**
 * Where Next keeps the pages itself (on Vercel, or alone), only its own code can take one out, and handlers import none of
 * it: a small route does it.
 */
async function tellNext(tags: readonly Tag[]): Promise<void> {
  const { PAGE_CACHE, INTERNAL_TOKEN, PUBLIC_URL } = env();
  if (process.env.NEXT_RUNTIME === undefined || PAGE_CACHE === 'edge' || INTERNAL_TOKEN === undefined) return;
  const response = await fetch(new URL('/internal/revalidate', PUBLIC_URL), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-internal-token': INTERNAL_TOKEN },
    body: JSON.stringify({ tags }),
    signal: AbortSignal.timeout(TELL_TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`The pages' own route answered ${response.status}.`);
}
