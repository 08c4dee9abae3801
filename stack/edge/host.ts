import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';
import { problem } from '@/lib/platform/problem';
import { logFault, pathOf } from './answer';
import type { RouteParams } from './router';

/** A bundled `route.ts`: its methods by name, among whatever else it exports. */
export type RouteModule = Readonly<Record<string, unknown>>;

type Handler = (request: Request, context: { params: Promise<RouteParams> }) => unknown;

interface Routed extends IncomingMessage {
  route?: { readonly module: RouteModule; readonly params: RouteParams };
  /** Where @hono/node-server looks for a body that was read before. */
  rawBody?: Buffer;
}

const methods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
const noStore = { 'cache-control': 'no-store' };

/**
 * Makes the function that runs a route module in this process: Web `Request` in, Web `Response` out. It takes a
 * request whose body has been read (`body`). What a handler throws becomes a 500 that says nothing, and one line on
 * standard error that says what. Settles once the answer was handed over.
 */
export function createHost() {
  const listener = getRequestListener((request, { incoming }) => respond(request, incoming as Routed), {
    autoCleanupIncoming: false, // Nothing is left to read.
    hostname: 'localhost', // HTTP/1.0 may come without a Host.
    errorHandler: (error) =>
      error instanceof RequestError
        ? problem('malformed-path', {
            detail: 'The request has no valid host or path.',
            instance: '',
            headers: noStore,
          })
        : problem('internal-error', { instance: '', headers: noStore }),
  });
  return (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    route: NonNullable<Routed['route']>,
    body: Buffer | null,
  ): Promise<void> =>
    listener(Object.assign(incoming, { route }, body === null ? {} : { rawBody: body }), outgoing);
}

async function respond(request: Request, incoming: Routed): Promise<Response> {
  try {
    const { module, params } = incoming.route ?? { module: {}, params: {} };
    const handler = findHandler(module, request.method);
    if (handler !== undefined) return ours(await handler(request, { params: Promise.resolve(params) }));
    const allow = await allowedMethods(module, request, params);
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } });
    return problem('method-not-allowed', { instance: pathOf(incoming), headers: { ...noStore, allow } });
  } catch (error) {
    logFault('edge-handler-failed', error, incoming);
    return problem('internal-error', { instance: pathOf(incoming), headers: noStore });
  }
}

function findHandler(module: RouteModule, method: string): Handler | undefined {
  if (!methods.includes(method)) return undefined;
  const handler = module[method] ?? (method === 'HEAD' ? module.GET : undefined);
  return typeof handler === 'function' ? (handler as Handler) : undefined;
}

/** What the route's own OPTIONS says, as a module may export methods only to refuse them; else what it exports. */
async function allowedMethods(module: RouteModule, request: Request, params: RouteParams): Promise<string> {
  const exported = methods.filter((name) => name === 'OPTIONS' || findHandler(module, name) !== undefined);
  const answer = await findHandler(module, 'OPTIONS')?.(
    new Request(request.url, { method: 'OPTIONS', headers: request.headers }),
    { params: Promise.resolve(params) },
  );
  const own = answer === undefined ? null : ours(answer).headers.get('allow');
  return own ?? exported.join(', ');
}

/**
 * A body of another Response class (a `fetch` passed on) is put into one of ours: the adapter would read such a
 * stream before it has sent the head, and send the message of its error in place of an answer.
 */
function ours(response: unknown): Response {
  if (response instanceof Response) return response;
  const foreign = response as Response | null | undefined;
  if (!(foreign?.headers instanceof Headers)) throw new TypeError('A route handler returned no Response');
  return new Response(foreign.body, { status: foreign.status, headers: foreign.headers });
}
