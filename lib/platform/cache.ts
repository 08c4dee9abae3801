type Entry = { readonly value: Promise<unknown>; readonly freshUntilMs: number };

export type MemoryCache = {
  /** The value under `key` if it is younger than `ttlMs`, else what `load` gives. Loads of one key at a time are one. */
  readonly cached: <T>(key: string, ttlMs: number, load: () => Promise<T>) => Promise<T>;
  /** Forgets a key; a load that is under way is not kept. */
  readonly forget: (key: string) => void;
};

/**
 * A memory of this instance for what may be a little stale: at most `maxEntries` values, the least recently used
 * leaving first. An error is never kept: whoever waited gets it, the next asks anew.
 */
export function createMemoryCache(maxEntries: number, nowMs: () => number = Date.now): MemoryCache {
  // A Map keeps the order of insertion, so re-inserting at each use leaves the least recently used in front.
  const entries = new Map<string, Entry>();

  function keep(key: string, entry: Entry): void {
    entries.delete(key);
    entries.set(key, entry);
    if (entries.size <= maxEntries) return;
    const oldest = entries.keys().next();
    if (!oldest.done) entries.delete(oldest.value);
  }

  return {
    cached<T>(key: string, ttlMs: number, load: () => Promise<T>): Promise<T> {
      const known = entries.get(key);
      if (known !== undefined && known.freshUntilMs > nowMs()) {
        keep(key, known);
        return known.value as Promise<T>;
      }
      // The time counts from the question, not the answer: what was read may have changed while it travelled.
      const entry: Entry = { value: load(), freshUntilMs: nowMs() + ttlMs };
      keep(key, entry);
      entry.value.catch(() => {
        if (entries.get(key) === entry) entries.delete(key);
      });
      return entry.value as Promise<T>;
    },
    forget(key) {
      entries.delete(key);
    },
  };
}

const shared = createMemoryCache(5_000);

/** {@link MemoryCache.cached} of the instance's one memory. Keys read `<domain>:<id>:<what>`. */
export const cached = shared.cached;

/** {@link MemoryCache.forget} of the instance's one memory. */
export const forget = shared.forget;
