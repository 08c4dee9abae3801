import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { ProblemCode } from '@/lib/platform/problems';
import { logFault, refuse } from './answer';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

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

const connectTimeoutMs = 5_000;

/** `broken`: the connection was there and failed without an answer, so the request may have had its effect. */
type Outcome = 'answered' | 'not-reached' | 'broken' | 'timed-out';

export interface ProxyOptions {
  /** Base addresses of the Next origins, `http://127.0.0.1:4307`. */
  readonly origins: readonly URL[];
  /** From the request's last byte to the answer's head. */
  readonly headersTimeoutMs?: number;
}

/**
 * Makes the function that passes a request on to an origin and its answer back, streaming both ways. Origins take
 * turns; one that cannot be reached is passed over as long as no byte of the request has been used up. When none
 * answers: 503 where nothing can have happened, 504 where it can.
 */
export function createProxy({ origins, headersTimeoutMs = 30_000 }: ProxyOptions): {
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
        passBack(answer, outgoing);
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

  return { forward, close: () => agent.destroy() };
}

function passBack(answer: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(answer.statusCode ?? 502, endToEndHeaders(answer.rawHeaders));
  answer.pipe(outgoing);
  // Half an answer must not look like a whole one.
  answer.once('error', () => outgoing.destroy());
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

function endToEndHeaders(rawHeaders: readonly string[]): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  const named: string[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = (rawHeaders[i] ?? '').toLowerCase();
    const value = rawHeaders[i + 1] ?? '';
    if (name === 'connection') named.push(...value.toLowerCase().split(/[\s,]+/));
    if (hopByHop.has(name)) continue;
    const earlier = headers[name];
    headers[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  // `Connection: x-forwarded-for` would otherwise take away what we have just vouched for.
  for (const name of named) if (!endToEnd.test(name)) delete headers[name];
  return headers;
}
