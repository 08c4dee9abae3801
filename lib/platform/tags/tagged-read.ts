import { tagView } from './shared-view';
import type { Tag } from './tag';
import type { TagView } from './tag-view';

type Entry = {
  readonly value: Promise<unknown>;
  readonly mark: number;
  readonly askedAtMs: number;
  /** Null until the value is there. */
  tags: readonly Tag[] | null;
};

export type TaggedMemory = <T>(
  key: string,
  tagsOf: (value: T) => readonly Tag[],
  load: () => Promise<T>,
) => Promise<T>;

/** However well the tags are known, nothing is kept longer. */
const MAX_AGE_MS = 60_000;
/** While the tags cannot be known, so that a write is seen within 2 s all the same. */
const BLIND_AGE_MS = 1_000;

/**
 * A memory of this instance for what changes only by writes that bump tags: a value is kept until one of its tags
 * changes. At most `maxEntries`, the least recently used leaving first; loads of one key at a time are one; an error is
 * never kept.
 */
export function createTaggedMemory(
  view: TagView,
  maxEntries: number,
  nowMs: () => number = Date.now,
): TaggedMemory {
  const entries = new Map<string, Entry>();

  function isFresh({ mark, tags, askedAtMs }: Entry): boolean {
    const ageMs = nowMs() - askedAtMs;
    if (!view.isLive()) return ageMs < BLIND_AGE_MS;
    // Of a load under way it is not known what it will tell of: any change since it began may concern it.
    return ageMs < MAX_AGE_MS && (tags === null ? mark === view.mark() : view.isCurrent(mark, tags));
  }

  function keep(key: string, entry: Entry): void {
    entries.delete(key);
    entries.set(key, entry);
    if (entries.size <= maxEntries) return;
    const oldest = entries.keys().next();
    if (!oldest.done) entries.delete(oldest.value);
  }

  return async (key, tagsOf, load) => {
    if (!view.isLive()) await view.sync();
    type Value = Awaited<ReturnType<typeof load>>;
    const known = entries.get(key);
    if (known !== undefined && isFresh(known)) {
      keep(key, known);
      return known.value as Promise<Value>;
    }
    const value = load();
    const entry: Entry = { value, mark: view.mark(), askedAtMs: nowMs(), tags: null };
    keep(key, entry);
    try {
      entry.tags = tagsOf(await value);
    } catch {
      if (entries.get(key) === entry) entries.delete(key);
    }
    return value;
  };
}

const remember = createTaggedMemory(tagView, 3_000);

type Carrier = (tags: readonly Tag[]) => Promise<void>;

const CARRIER = Symbol.for('doorbuster.tag-carrier');
const holder = globalThis as { [CARRIER]?: Carrier };

/** Says who is told what a page reads, so that the page carries its tags. */
export function onTaggedRead(carrier: Carrier): void {
  holder[CARRIER] = carrier;
}

/**
 * Reads something that changes only by writes that bump `tagsOf` it. A function keeps it in its memory until then. What
 * makes a page reads anew, and the page carries the tags: a page that was made of something remembered could be older
 * than the change that had it made.
 */
export async function taggedRead<T>(
  key: string,
  tagsOf: (value: T) => readonly Tag[],
  load: () => Promise<T>,
): Promise<T> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return remember(key, tagsOf, load);
  const value = await load();
  await holder[CARRIER]?.(tagsOf(value));
  return value;
}
