/** One place in which two states differ: as text, null where it was not there. */
export type Difference = { readonly path: string; readonly was: string | null; readonly is: string | null };

/** Where two states differ, member by member, in the order of their names. What is the same in both is left out. */
export function differences(before: unknown, after: unknown): Difference[] {
  const [was, is] = [flatten(before), flatten(after)];
  const paths = [...new Set([...was.keys(), ...is.keys()])].sort();
  return paths.flatMap((path) => {
    const pair = { path, was: was.get(path) ?? null, is: is.get(path) ?? null };
    return pair.was === pair.is ? [] : [pair];
  });
}

/** Every leaf by its path in words: `min subtotal, amount`. A state that is no object is one leaf. */
function flatten(state: unknown): Map<string, string> {
  const leaves = new Map<string, string>();
  const walk = (value: unknown, path: readonly string[]) => {
    if (value === null || value === undefined) return;
    const isList = Array.isArray(value);
    if (isList && value.every((item) => typeof item !== 'object')) {
      leaves.set(nameOf(path), value.join(', '));
    } else if (typeof value === 'object') {
      for (const [name, part] of Object.entries(value))
        walk(part, [...path, isList ? String(Number(name) + 1) : name]);
    } else {
      leaves.set(nameOf(path), String(value));
    }
  };
  walk(state, []);
  return leaves;
}

const nameOf = (path: readonly string[]): string =>
  path.length === 0
    ? 'value'
    : path
        .map((part) =>
          part
            .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
            .replaceAll('_', ' ')
            .toLowerCase(),
        )
        .join(', ');
