/** What an expression may name, by name. */
export type Variables = Readonly<Record<string, unknown>>;

/** A field that is not there. It acts as null, but two of them are not equal. */
export const MISSING = Symbol('missing');

/** As in JavaScript: nothing, false, zero and the empty text are not. */
export function isTruthy(value: unknown): boolean {
  return value !== MISSING && Boolean(value);
}

/** Whether two values are the same; numbers by worth, lists and maps by content. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left === MISSING && right === MISSING) return false;
  const [a, b] = [orNull(left), orNull(right)];
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  }
  if (!isMap(a) || !isMap(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isEqual(a[key], b[key]));
}

/** Below, at or above zero; null if there is no order between the two. */
export function compare(left: unknown, right: unknown): number | null {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : Number(left > right);
  return null;
}

/** What is at a key of a map or an index of a list. */
export function at(value: unknown, key: unknown): unknown {
  if (Array.isArray(value)) return typeof key === 'number' && key in value ? value[key] : MISSING;
  return isMap(value) && typeof key === 'string' && Object.hasOwn(value, key) ? value[key] : MISSING;
}

export function orNull(value: unknown): unknown {
  return value === MISSING || value === undefined ? null : value;
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
