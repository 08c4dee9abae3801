type Merging<Old, New, Key> = {
  /** Null: nothing in a file can be meant by it. */
  readonly keyOfOld: (item: Old) => Key | null;
  readonly keyOfNew: (item: New) => Key;
  readonly merge: (old: Old | undefined, item: New) => Old;
};

/**
 * An ordered list with another one laid over it by key: items of both are merged, items of either are kept. The order
 * is the new list's where it names every old item; where it does not, old items stay in their places and new ones
 * follow, so that a file about one of them moves nothing.
 */
export function mergeLists<Old extends object, New extends object, Key extends string>(
  old: readonly Old[],
  items: readonly New[],
  { keyOfOld, keyOfNew, merge }: Merging<Old, New, Key>,
): Old[] {
  const oldByKey = new Map<Key, Old>();
  for (const item of old) {
    const key = keyOfOld(item);
    if (key !== null && !oldByKey.has(key)) oldByKey.set(key, item);
  }
  const merged = new Map(items.map((item) => [keyOfNew(item), merge(oldByKey.get(keyOfNew(item)), item)]));
  const taken = new Set(items.flatMap((item) => oldByKey.get(keyOfNew(item)) ?? []));
  if (old.every((item) => taken.has(item))) return [...merged.values()];

  const stayed = old.map((item) => {
    const key = keyOfOld(item);
    return taken.has(item) && key !== null ? (merged.get(key) ?? item) : item;
  });
  const added = items.filter((item) => !oldByKey.has(keyOfNew(item)));
  return [...stayed, ...added.flatMap((item) => merged.get(keyOfNew(item)) ?? [])];
}
