import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the internet's own: not this machine, its network, a cloud's metadata service, nor anything
 * else that an outsider could not reach but we could. What is not known to be public is not.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast';
  const six = parsed as ipaddr.IPv6;
  // ::ffff:10.0.0.1, and 64:ff9b::10.0.0.1 where a network translates: the address inside is the one that is reached.
  if (six.isIPv4MappedAddress()) return isPublicAddress(six.toIPv4Address().toString());
  return six.range() === 'unicast' && GLOBAL.some((block) => six.match(block));
}

/** What is given out at all; ipaddr.js calls everything unicast that it knows no other word for. */
const GLOBAL = [ipaddr.IPv6.parseCIDR('2000::/3')];
