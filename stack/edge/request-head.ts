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

  // @hono/node-server reads both forms, and Node derives one from the other only once.
  const raw: string[] = [];
  for (let i = 0; i + 1 < incoming.rawHeaders.length; i += 2) {
    const name = incoming.rawHeaders[i] ?? '';
    if (!ours.has(name.toLowerCase())) raw.push(name, incoming.rawHeaders[i + 1] ?? '');
  }
  for (const name of ours) if (name in headers) delete headers[name];
  const settle = (name: string, value: string) => {
    raw.push(name, value);
    headers[name] = value;
  };
  settle('x-forwarded-for', address);
  settle('x-forwarded-proto', proto);
  if (host !== undefined) settle('x-forwarded-host', host);
  settle('x-request-id', id);
  incoming.rawHeaders = raw;
  return id;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
