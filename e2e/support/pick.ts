/** The item at `index`; throws when there is none, so that a test fails where the item is missing. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`item ${index} of a list of ${list.length}`);
  return item;
}

/** The first item; throws when the list is empty. */
export function first<T>(list: readonly T[]): T {
  return at(list, 0);
}
