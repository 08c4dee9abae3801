import { MAX_JSON_DEPTH } from '@/lib/kernel/canonical-json';
import type { ProblemError } from '@/lib/platform/problem';

/** Whether Postgres and UTF-8 can hold the text: no U+0000, no half of a surrogate pair. */
export function isSoundText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

const error = (path: readonly string[], message: string): ProblemError => ({ path: path.join('/'), message });

/**
 * What in a JSON value nothing behind the door could hold: unsound text, as a key or a value, or more levels than
 * {@link MAX_JSON_DEPTH}. Gives the first found, or null. Walks with a list of its own: a hostile body must not reach
 * the end of the stack.
 */
export function findUnsound(root: unknown): ProblemError | null {
  const open: { value: unknown; path: readonly string[] }[] = [{ value: root, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && !isSoundText(value)) {
      return error(path, 'Must not contain U+0000 or half a surrogate pair.');
    }
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= MAX_JSON_DEPTH) return error(path.slice(0, 3), 'Must not nest this deep.');
    for (const [key, member] of Object.entries(value)) {
      if (!isSoundText(key)) return error(path, 'A name must not contain U+0000 or half a surrogate pair.');
      open.push({ value: member, path: [...path, key] });
    }
  }
  return null;
}
