import { callFunction } from '@/db/client';
import { fromUuid, toUuid, type VariantId } from '@/lib/kernel/ids';
import { describeError, logEveryMinute } from '@/lib/platform/log';
import { bumpTags } from '@/lib/platform/tags/bump-tags';
import { LISTS, productTag } from '@/lib/platform/tags/tag';
import { waitUntil } from '@/lib/platform/wait-until';

/** What moved in this time is looked at together. */
const GATHER_MS = 200;
/** Of all that find the same thing sold out, one in this time is looked at. */
const EMPTY_EVERY_MS = 5_000;
const MAX_REMEMBERED = 1_000;
const RETRIES = 5;

type Notice = { readonly products: readonly string[]; readonly lists: boolean };

const moved = new Set<VariantId>();
const refusedAtMs = new Map<VariantId, number>();
let returned = false;
let isGathering = false;

/**
 * Says that units of these variants moved, after the commit: whether that sold one out, or brought one back, is looked up
 * afterwards, and pages and lists that show it are made anew. Nobody waits for it. A purchase says so only when it may have
 * taken the last unit: that is known where it is taken, and costs it nothing.
 */
export function noticeMoved(variantIds: readonly VariantId[]): void {
  for (const id of variantIds) moved.add(id);
  gather();
}

/**
 * Says that somebody found these sold out. The pages should say so already; if the one who took the last unit died before
 * telling, they do not.
 */
export function noticeEmpty(variantIds: readonly VariantId[]): void {
  const now = Date.now();
  const news = variantIds.filter((id) => now - (refusedAtMs.get(id) ?? 0) > EMPTY_EVERY_MS);
  if (news.length === 0) return;
  if (refusedAtMs.size > MAX_REMEMBERED) refusedAtMs.clear();
  for (const id of news) refusedAtMs.set(id, now);
  noticeMoved(news);
}

/** Says that units came back, after the commit, without saying to which variants. */
export function noticeReturned(): void {
  returned = true;
  gather();
}

function gather(): void {
  if (isGathering) return;
  isGathering = true;
  waitUntil(look());
}

async function look(): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS * attempt));
    const asked = { variants: [...moved].map(toUuid), returned };
    moved.clear();
    returned = false;
    // What comes from here on is for another look.
    if (attempt === 1) isGathering = false;
    try {
      const { products, lists } = await callFunction<Notice>('note_availability', asked);
      const tags = products.map((id) => productTag(fromUuid('prod', id)));
      return await bumpTags(lists ? [LISTS, ...tags] : tags);
    } catch (error) {
      logEveryMinute('warn', 'inventory:availability', { error: describeError(error) });
      if (attempt === RETRIES) return;
      for (const id of asked.variants) moved.add(fromUuid('var', id));
      returned ||= asked.returned;
    }
  }
}
