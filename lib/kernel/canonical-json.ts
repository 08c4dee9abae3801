/** How deep a value may nest: far beyond any request of ours, far below the stack's end. */
export const MAX_JSON_DEPTH = 64;

/**
 * JSON with sorted keys and no spaces: equal values give equal text whatever order their keys came in, so its hash
 * is a fingerprint. Members that are undefined are left out, as JSON.stringify does. Throws a RangeError past
 * {@link MAX_JSON_DEPTH} levels: a hostile body must not overflow the stack.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_JSON_DEPTH) throw new RangeError('The value nests too deep for canonical JSON.');
  if (Array.isArray(value)) return `[${value.map((item) => write(item ?? null, depth + 1)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members: string[] = [];
    const record = value as Record<string, unknown>;
    for (const key of Object.keys(record).sort()) {
      const member = record[key];
      if (member !== undefined) members.push(`${JSON.stringify(key)}:${write(member, depth + 1)}`);
    }
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
