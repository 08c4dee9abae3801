/** Said hop by hop (RFC 9110, 7.6.1), so not ours to pass on; `expect` was answered when the request came in. */
const hopByHop = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const endToEnd = /^(?:host|content-length|x-forwarded-.+|x-request-id)$/;

/** The headers of a message that are for whoever is at the other end of it, names in lower case. */
export function endToEndHeaders(rawHeaders: readonly string[]): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  const named: string[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = (rawHeaders[i] ?? '').toLowerCase();
    const value = rawHeaders[i + 1] ?? '';
    if (name === 'connection') named.push(...value.toLowerCase().split(/[\s,]+/));
    if (hopByHop.has(name)) continue;
    const earlier = headers[name];
    // Next says where a page has moved to twice, which two readers take for two addresses.
    if (name === 'location' && earlier === value) continue;
    headers[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  // `Connection: x-forwarded-for` would otherwise take away what we have just vouched for.
  for (const name of named) if (!endToEnd.test(name)) delete headers[name];
  return headers;
}
