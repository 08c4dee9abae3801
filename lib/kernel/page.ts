/** One page of a list, and where the next one begins: null on the last page. */
export type Page<T, C extends string = string> = {
  readonly items: readonly T[];
  readonly nextCursor: C | null;
};

/** The page in `found`, of which one more than `limit` was asked for, so that it shows whether there is a next one. */
export function toPage<T, C extends string>(
  found: readonly T[],
  limit: number,
  cursorOf: (item: T) => C,
): Page<T, C> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last !== undefined ? cursorOf(last) : null };
}
