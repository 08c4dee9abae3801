import type { IncomingMessage } from 'node:http';
import { requestId } from '@/lib/platform/request-id';
import type { ClientAddress } from './client-address';

/** What only we may say about a request: who sent it, under which name and scheme, and what may ask our own processes. */
const ours = new Set([
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-internal-token',
  'x-real-ip',
  'x-request-id',
]);
const validHost = /^[\w.-]+(?::\d+)?$|^\[[\da-f:.]+\](?::\d+)?$/i;

/**
 * Replaces what a client may have claimed with what is known: one `x-forwarded-for` address, `x-forwarded-host` and
 * `-proto` (a trusted proxy's, else as received), and an `x-request-id` (the client's, if it is fit to be logged).
 * Route handlers and origins then read the same. Returns the request id.
 */
export function settleRequestHead(incoming: IncomingMessage, clientAddress: ClientAddress): string {
  const { headers } = incoming;
  const { address, viaProxy } = clientAddress(
    incoming.socket.remoteAddress,
    single(headers['x-forwarded-for']),
  );
  const id = requestId(single(headers['x-request-id']));
  const claimedHost = viaProxy ? single(headers['x-forwarded-host']) : undefined;
  const host = claimedHost !== undefined && validHost.test(claimedHost) ? claimedHost : headers.host;
  const proto = viaProxy && single(headers['x-forwarded-proto']) === 'https' ? 'https' : 'http';

  // @hono/node-server reads both forms of the headers, and Node makes one of the other only once.
  let isClaimed = false;
  for (const name of ours) {
    if (headers[name] === undefined) continue;
    isClaimed = true;
    delete headers[name];
  }
  if (isClaimed) incoming.rawHeaders = withoutOurs(incoming.rawHeaders);
  headers['x-forwarded-for'] = address;
  headers['x-forwarded-proto'] = proto;
  headers['x-request-id'] = id;
  incoming.rawHeaders.push('x-forwarded-for', address, 'x-forwarded-proto', proto, 'x-request-id', id);
  if (host !== undefined) {
    headers['x-forwarded-host'] = host;
    incoming.rawHeaders.push('x-forwarded-host', host);
  }
  return id;
}

function withoutOurs(rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter((_, i) => !ours.has((rawHeaders[i - (i % 2)] ?? '').toLowerCase()));
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
