import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding } from './compress';
import type { MadePage } from './made-page';

/** Whether If-None-Match names this ETag; the weak comparison that it asks for (RFC 9110, 13.1.2). */
function isKnown(list: string | undefined, etag: string): boolean {
  if (list === undefined) return false;
  const opaque = etag.replace(/^W\//, '');
  return list.split(',').some((tag) => {
    const given = tag.trim();
    return given === '*' || given.replace(/^W\//, '') === opaque;
  });
}

/** Writes a page as this client takes it: compressed or not, its head alone, or that what it has is still right. */
export async function sendPage(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { page, ageSeconds, cacheStatus }: { page: MadePage; ageSeconds: number | null; cacheStatus: string },
): Promise<void> {
  const { headers } = incoming;
  const own = [
    ...['x-request-id', String(headers['x-request-id'] ?? '')],
    ...(ageSeconds === null ? [] : ['age', String(ageSeconds)]),
    ...['cache-status', cacheStatus],
  ];
  if (page.status === 200 && page.etag !== '' && isKnown(headers['if-none-match'], page.etag)) {
    outgoing.writeHead(304, [...page.validHead, ...own]).end();
    return;
  }
  const wanted = page.body(chooseEncoding(headers['accept-encoding'] as string | undefined));
  const body = wanted instanceof Promise ? await wanted : wanted;
  if (outgoing.destroyed) return;
  outgoing.writeHead(page.status, [...body.head, ...own]);
  outgoing.end(incoming.method === 'HEAD' ? undefined : body.bytes);
}
