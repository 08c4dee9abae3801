/** How a value of an option is named where lists are narrowed by it: `Size:A3`. The database writes the same. */
export const optionKey = (name: string, value: string) => `${name}:${value}`;

/** The option that a key is of. A name with a colon in it is cut short, which groups its values no worse. */
export const optionOf = (key: string) => key.slice(0, key.indexOf(':'));

/**
 * Keys by their options, in the order in which they come: values of one option are alternatives (A3 or A2), different
 * options must all fit (A3 and oak).
 */
export function groupOptions(keys: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const key of new Set(keys)) groups.set(optionOf(key), [...(groups.get(optionOf(key)) ?? []), key]);
  return [...groups.values()];
}
