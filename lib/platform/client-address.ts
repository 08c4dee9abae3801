const IPV4 = /^(\d{1,3}\.){3}\d{1,3}$/;
const IPV6 = /^[0-9a-f:]{2,39}$/i;
const MAPPED_IPV4 = /^::ffff:((?:\d{1,3}\.){3}\d{1,3})$/i;

/**
 * Who asks, as a key to count by: an IPv4 address, an IPv6 network of 64 bits (what one household or machine gets),
 * or `unknown`. Believes X-Forwarded-For, because the host in front of us (the embedded edge, Vercel) replaces
 * whatever a client sent in it with the address that it saw itself.
 */
export function clientAddress(headers: Headers): string {
  const first = (headers.get('x-forwarded-for') ?? '').split(',', 1)[0]?.trim() ?? '';
  const address = MAPPED_IPV4.exec(first)?.[1] ?? first;
  if (IPV4.test(address)) return address;
  return IPV6.test(address) ? network64(address) : 'unknown';
}

/** The first 64 bits of an IPv6 address, however it is abbreviated; `unknown` if it is none. */
function network64(address: string): string {
  const [head = '', tail, ...more] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - before.length - after.length;
  const isWhole = tail === undefined ? missing === 0 : missing > 0 && more.length === 0;
  const groups = [...before, ...Array<string>(Math.max(missing, 0)).fill('0'), ...after];
  if (!isWhole || groups.some((group) => !/^[0-9a-f]{1,4}$/.test(group))) return 'unknown';
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
