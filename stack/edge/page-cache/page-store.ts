import type { Lifetime } from './freshness';
import type { MadePage } from './made-page';

export interface StoredPage extends Lifetime {
  readonly page: MadePage;
  /** What was known of the tags when it was asked for. */
  readonly mark: number;
  readonly tags: readonly string[];
  readonly askedAtMs: number;
  /** A failing origin is asked for it again from then on. */
  askAgainAtMs: number;
}

export interface PageStore {
  find(key: string): StoredPage | undefined;
  keep(key: string, stored: StoredPage): void;
  drop(key: string): void;
  /** Counts again what has grown since: a body that was compressed on demand. */
  weigh(key: string): void;
  size(): { readonly pages: number; readonly bytes: number };
}

/** Pages by key, at most `maxBytes` of them: the least recently used leave first. */
export function createPageStore(maxBytes: number): PageStore {
  // A Map keeps the order of insertion, so re-inserting at each use leaves the least recently used in front.
  const pages = new Map<string, { readonly stored: StoredPage; bytes: number }>();
  let total = 0;

  function drop(key: string): void {
    total -= pages.get(key)?.bytes ?? 0;
    pages.delete(key);
  }
  function shrink(): void {
    for (const key of pages.keys()) {
      if (total <= maxBytes) return;
      drop(key);
    }
  }
  const bytesOf = (key: string, { page }: StoredPage) => 2 * key.length + page.bytes();

  return {
    find(key) {
      const known = pages.get(key);
      if (known === undefined) return undefined;
      pages.delete(key);
      pages.set(key, known);
      return known.stored;
    },
    keep(key, stored) {
      drop(key);
      const bytes = bytesOf(key, stored);
      pages.set(key, { stored, bytes });
      total += bytes;
      shrink();
    },
    drop,
    weigh(key) {
      const known = pages.get(key);
      if (known === undefined) return;
      const bytes = bytesOf(key, known.stored);
      total += bytes - known.bytes;
      known.bytes = bytes;
      shrink();
    },
    size: () => ({ pages: pages.size, bytes: total }),
  };
}
