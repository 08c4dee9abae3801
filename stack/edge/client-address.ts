import { BlockList, isIP, isIPv4, SocketAddress } from 'node:net';

/**
 * Reads the comma list of TRUSTED_PROXIES (addresses and CIDRs, v4 and v6) into the function that says who a request
 * came from: the peer, or, where the peer is such a proxy, the right-most address of `X-Forwarded-For` that is none.
 * What stands left of that one was written by the client and proves nothing.
 *
 * @throws Error with one sentence when an entry of the list is neither an address nor a CIDR
 */
export function createClientAddress(trustedProxies: string): ClientAddress {
  const trusted = new BlockList();
  const entries = trustedProxies.split(',').flatMap((entry) => entry.trim() || []);
  for (const entry of entries) addEntry(trusted, entry);
  const isTrusted = (address: string) => trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

  return (peerAddress, forwardedFor) => {
    const peer = fromSocket(peerAddress);
    if (entries.length === 0 || peer === 'unknown' || !isTrusted(peer))
      return { address: peer, viaProxy: false };
    let address = peer;
    for (const hop of (forwardedFor ?? '').split(',').reverse()) {
      const parsed = parseAddress(hop.trim());
      if (parsed === null) break;
      address = parsed;
      if (!isTrusted(parsed)) break;
    }
    return { address, viaProxy: true };
  };
}

/** @returns the address, and whether the peer is a proxy whose other `X-Forwarded-*` may be believed too */
export type ClientAddress = (
  peerAddress: string | undefined,
  forwardedFor: string | undefined,
) => { readonly address: string; readonly viaProxy: boolean };

function addEntry(list: BlockList, entry: string): void {
  const [text = '', bits] = entry.split('/');
  const address = parseAddress(text);
  const size = address !== null && isIPv4(address) ? 32 : 128;
  const length = bits === undefined ? size : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  if (address === null || !(length <= size)) {
    throw new Error(`TRUSTED_PROXIES must list addresses or CIDRs, which "${entry}" is not.`);
  }
  list.addSubnet(address, length, size === 32 ? 'ipv4' : 'ipv6');
}

/** The kernel spells addresses one way already; parsing every peer again would cost microseconds a request. */
function fromSocket(peerAddress: string | undefined): string {
  if (peerAddress === undefined) return 'unknown';
  const bare = peerAddress.startsWith('::ffff:') ? peerAddress.slice('::ffff:'.length) : peerAddress;
  return bare.split('%', 1)[0] ?? bare;
}

/** One spelling per address, so that a client counts as one: no port, brackets, zone or v4-in-v6 form, v6 compressed. */
function parseAddress(text: string): string | null {
  const bare =
    /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.split('%', 1)[0] ?? '';
  const version = isIP(address);
  if (version === 0) return null;
  if (version === 4) return address;
  const canonical = new SocketAddress({ address, family: 'ipv6' }).address;
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(canonical)?.[1];
  return v4 ?? canonical;
}
