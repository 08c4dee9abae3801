import canonicalize from 'canonicalize';

/** JSON in the one form that both sides sign (RFC 8785). */
export function canonicalJson(value: object): string {
  return canonicalize(value) ?? 'null';
}
