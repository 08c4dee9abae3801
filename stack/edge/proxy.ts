import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { ProblemCode } from '@/lib/platform/problems';
import { logFault, refuse } from './answer';
import { endToEndHeaders } from './headers';
import { TAGS_HEADER } from './page-cache/freshness';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

const connectTimeoutMs = 5_000;

/** `broken`: the connection was there and failed without an answer, so the request may have had its effect. */
type Outcome = 'answered' | 'not-reached' | 'broken' | 'timed-out';

export interface ProxyOptions {
  /** Base addresses of the Next origins, `http://127.0.0.1:4307`. */
  readonly origins: readonly URL[];
  /** From the request's last byte to the answer's head. */
  readonly headersTimeoutMs?: number;
  /** Sends a document in place of the proxy, which would pass it on as it comes. */
  readonly sendDocument?: SendDocument;
}

export type SendDocument = (
  answer: IncomingMessage,
  headers: Readonly<Record<string, string | string[]>>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) => void;

/**
 * Makes the function that passes a request on to an origin and its answer back, streaming both ways. Origins take
 * turns; one that cannot be reached is passed over as long as no byte of the request has been used up. When none
 * answers: 503 where nothing can have happened, 504 where it can.
 */
export function createProxy({ origins, headersTimeoutMs = 30_000, sendDocument }: ProxyOptions): {
  /** Settles when the answer has begun or was refused. @throws never on behalf of an origin */
  forward(incoming: IncomingMessage, outgoing: ServerResponse, as: 'api' | 'page'): Promise<void>;
  close(): void;
} {
  // node:http's own: no package to ship, and it speaks to our outgoing side without converting streams. Idle sockets
  // go before Next closes them at 5 s, so that a request is hardly ever written to a socket that is already dead.
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64, timeout: 4_000 });
  let turn = 0;

  async function forward(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    as: 'api' | 'page',
  ): Promise<void> {
    turn = (turn + 1) % Math.max(origins.length, 1);
    const isSafe = safeMethods.has(incoming.method ?? '');
    let code: ProblemCode = 'temporarily-unavailable';
    for (const origin of [...origins.slice(turn), ...origins.slice(0, turn)]) {
      const outcome = await attempt(origin, incoming, outgoing);
      if (outcome === 'answered' || outgoing.destroyed) return;
      if (outcome === 'not-reached' || (outcome === 'broken' && isSafe && !hasBody(incoming))) continue;
      if (!isSafe) code = 'outcome-unknown';
      break;
    }
    incoming.resume();
    await refuse(incoming, outgoing, { code, retryAfterSeconds: 5, as });
  }

  /** Settles when the answer has begun, or with how far the request came without one. */
  function attempt(origin: URL, incoming: IncomingMessage, outgoing: ServerResponse): Promise<Outcome> {
    return new Promise((resolve) => {
      let outcome: Outcome = 'not-reached';
      const upstream = request({
        agent,
        hostname: origin.hostname,
        port: origin.port,
        path: incoming.url,
        method: incoming.method,
        headers: requestHeaders(incoming),
      });
      const giveUp = (late: Outcome) => () => {
        outcome = late;
        upstream.destroy(new Error(`${origin.host} gave no sign in time`));
      };
      let timer = setTimeout(giveUp('not-reached'), connectTimeoutMs);
      const send = () => {
        clearTimeout(timer);
        outcome = 'broken';
        if (hasBody(incoming)) incoming.pipe(upstream);
        else upstream.end();
      };
      upstream.once('socket', (socket) => (socket.connecting ? socket.once('connect', send) : send()));
      upstream.once('finish', () => {
        if (outcome === 'broken') timer = setTimeout(giveUp('timed-out'), headersTimeoutMs);
      });
      upstream.once('response', (answer) => {
        clearTimeout(timer);
        outcome = 'answered';
        passBack(answer, incoming, outgoing);
        resolve(outcome);
      });
      upstream.on('error', (error) => {
        clearTimeout(timer);
        incoming.unpipe(upstream);
        if (outcome === 'answered') incoming.resume();
        else if (!outgoing.destroyed) logFault('edge-origin-failed', error, incoming);
        resolve(outcome);
      });
      upstream.once('close', () => resolve(outcome));
      // A client that goes away must not leave its work running in the origin.
      outgoing.once('close', () => outgoing.writableFinished || upstream.destroy());
    });
  }

  function passBack(answer: IncomingMessage, incoming: IncomingMessage, outgoing: ServerResponse): void {
    const headers = endToEndHeaders(answer.rawHeaders);
    // Half an answer must not look like a whole one.
    answer.once('error', () => outgoing.destroy());
    delete headers[TAGS_HEADER];
    if (sendDocument !== undefined && String(headers['content-type']).startsWith('text/html')) {
      sendDocument(answer, headers, incoming, outgoing);
      return;
    }
    // The policy of what is no document is the edge's own.
    if (sendDocument !== undefined) delete headers['content-security-policy'];
    outgoing.writeHead(answer.statusCode ?? 502, headers);
    answer.pipe(outgoing);
  }

  return { forward, close: () => agent.destroy() };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function requestHeaders({ rawHeaders, headers }: IncomingMessage): Record<string, string | string[]> {
  const kept = endToEndHeaders(rawHeaders);
  // Two of them would be two names for two readers; `headers` keeps the first.
  if (headers.host !== undefined) kept.host = headers.host;
  if (headers['transfer-encoding'] !== undefined) kept['transfer-encoding'] = 'chunked';
  return kept;
}
