import { describeError, logEveryMinute } from '../log';
import { REMEMBERED_MS, type TagChanges } from './tag-store';

/** What an instance knows of the tags' changes: as of its last look, which is a second ago at most while Redis answers. */
export type TagView = {
  /** Take it before something is made, and keep it with what was made. */
  readonly mark: () => number;
  /** Whether none of these tags has changed since the mark was taken, as far as is known here. */
  readonly isCurrent: (mark: number, tags: readonly string[]) => boolean;
  /** Whether the last look was so lately that a write is still seen within its 2 s. */
  readonly isLive: () => boolean;
  /** Looks now; several callers at once are one look, and after a failure the next is a moment later. Never throws. */
  readonly sync: () => Promise<void>;
};

/** A look this old still leaves half a second of the two for the rest of the way. */
const LIVE_MS = 1_500;
const AFTER_FAILURE_MS = 500;
const MAX_TAGS = 20_000;

/**
 * A view of the tags' versions. Marks are counted here: each look that brings changes is one step further. A store that
 * has forgotten (another epoch, or the last change that was seen is gone from it) changes everything: what is not known
 * to be the same is made anew.
 */
export function createTagView(
  read: (since: number) => Promise<TagChanges>,
  nowMs: () => number = Date.now,
): TagView {
  const changedAt = new Map<string, number>();
  let step = 1;
  let allChangedAt = 1;
  let epoch: string | null = null;
  let since = 0;
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let failedAtMs = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;

  function take({ epoch: found, changes }: TagChanges): void {
    const hasForgotten =
      found !== epoch || (since > 0 && changes.length === 0) || nowMs() - lookedAtMs > REMEMBERED_MS / 2;
    const news = hasForgotten ? changes : changes.filter(([, version]) => version > since);
    if (hasForgotten || news.length > 0) step += 1;
    if (hasForgotten) {
      allChangedAt = step;
      changedAt.clear();
    }
    for (const [tag] of news) changedAt.set(tag, step);
    if (changedAt.size > MAX_TAGS) {
      changedAt.clear();
      allChangedAt = step;
    }
    epoch = found;
    since = changes.reduce((latest, [, version]) => Math.max(latest, version), hasForgotten ? 0 : since);
  }

  async function look(): Promise<void> {
    // The time counts from the question: what changed while the answer travelled is not in it.
    const askedAtMs = nowMs();
    try {
      take(await read(since));
      lookedAtMs = askedAtMs;
    } catch (error) {
      failedAtMs = nowMs();
      logEveryMinute('warn', 'tags:not-read', { error: describeError(error) });
    }
  }

  return {
    mark: () => step,
    isCurrent: (mark, tags) =>
      mark === step || (mark >= allChangedAt && tags.every((tag) => (changedAt.get(tag) ?? 0) <= mark)),
    isLive: () => nowMs() - lookedAtMs < LIVE_MS,
    sync() {
      if (looking !== null) return looking;
      if (nowMs() - failedAtMs < AFTER_FAILURE_MS) return Promise.resolve();
      looking = look().finally(() => {
        looking = null;
      });
      return looking;
    },
  };
}
