import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pagePolicy, securityHeaders } from '@/lib/platform/security-headers';
import { tagView, watchTags } from '@/lib/platform/tags/shared-view';
import type { TagView } from '@/lib/platform/tags/tag-view';
import { logFault, refuse } from './answer';
import { answerUnreadable } from './answer-unreadable';
import { createClientAddress } from './client-address';
import { EdgeResponse } from './edge-response';
import { createHost, type RouteModule } from './host';
import { createPageCache } from './page-cache/page-cache';
import { createDocumentSender } from './page-cache/send-document';
import type { KeptPage } from './page-cache/wish';
import { createProxy } from './proxy';
import { readBody } from './read-body';
import { settleRequestHead } from './request-head';
import { parseRequestTarget } from './request-target';
import { createRouter, type RouteParams } from './router';

type Route = { readonly module: RouteModule; readonly params: RouteParams };

export interface EdgeOptions {
  /** Every route below app/api; one without a module is a Node route, which an origin answers. */
  readonly routes: readonly { readonly path: string; readonly module: RouteModule | null }[];
  readonly origins: readonly URL[];
  /** The pages that may be kept. */
  readonly pages?: readonly KeptPage[];
  /** What is known of the tags' changes; without it the instance's own view, looked after here. */
  readonly tags?: TagView;
  /** Where the jobs' endpoint is; without it the origins serve it too. */
  readonly jobsOrigin?: URL;
  /** The comma list of TRUSTED_PROXIES. */
  readonly trustedProxies?: string;
  readonly publicUrl?: string;
  readonly originHeadersTimeoutMs?: number;
}

export interface Edge {
  /** A new server in front of the same routes and origins; the caller listens and closes. */
  createServer(): Server;
  /** Lets go of the connections to origins. */
  close(): void;
}

/** Far above what any edge function takes (they answer 413 themselves, on both hosts); it only bounds memory. */
const bodyLimits = { maxBytes: 1024 * 1024, timeoutMs: 30_000 };

/**
 * The front door: runs the edge routes in this process and passes everything else to the origins. Every request
 * gets one client address, one request id and the security headers; none can end the process.
 *
 * @throws Error with one sentence when `trustedProxies` is not a list of addresses
 */
export function createEdge(options: EdgeOptions): Edge {
  const clientAddress = createClientAddress(options.trustedProxies ?? '');
  const runRoute = createHost();
  const pageHead = {
    ...securityHeaders('page', options.publicUrl),
    'content-security-policy': pagePolicy([]),
  };
  const proxy = createProxy({
    origins: options.origins,
    sendDocument: createDocumentSender(pageHead),
    ...(options.originHeadersTimeoutMs === undefined
      ? {}
      : { headersTimeoutMs: options.originHeadersTimeoutMs }),
  });
  const jobsProxy = options.jobsOrigin === undefined ? proxy : createProxy({ origins: [options.jobsOrigin] });
  const watch = options.tags === undefined && options.pages !== undefined ? watchTags() : null;
  const pageCache = createPageCache({
    pages: options.pages ?? [],
    origins: options.origins,
    tags: options.tags ?? tagView,
    extraHead: pageHead,
    askHere,
  });
  const findRoute = createRouter(options.routes.map(({ path, module }) => ({ path, target: module })));
  const extraHeaders = {
    api: Object.entries(securityHeaders('api', options.publicUrl)),
    page: Object.entries(pageHead),
  };

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const target = parseRequestTarget(incoming.url ?? '');
    incoming.url = target === null ? '' : target.pathname + target.search;
    const pathname = target?.pathname ?? '';
    const kind = isBelow(pathname, '/api') ? 'api' : 'page';
    const requestId = settleRequestHead(incoming, clientAddress);
    if (kind === 'page' && target !== null && (await pageCache.answer(incoming, outgoing, target))) return;
    outgoing.setHeader('x-request-id', requestId);
    // What a route or an origin says itself replaces these when the head is written.
    for (const [name, value] of extraHeaders[kind]) outgoing.setHeader(name, value);

    const match = findRoute(pathname);
    if (target === null || (!match.found && match.reason === 'malformed-path')) {
      return refuse(incoming, outgoing, { code: 'malformed-path', as: 'api' });
    }
    if (match.found && match.target !== null) {
      return answerHere(incoming, outgoing, { module: match.target, params: match.params });
    }
    if (isInternal(pathname)) return refuse(incoming, outgoing, { code: 'not-found', as: kind });
    if (incoming.headers.upgrade?.toLowerCase() === 'websocket') {
      outgoing.writeHead(501, { 'content-type': 'text/plain' }).end('No WebSocket is served here.\n');
      return;
    }
    if (isBelow(pathname, '/api/inngest')) return jobsProxy.forward(incoming, outgoing, kind);
    return proxy.forward(incoming, outgoing, kind);
  }

  /** Asks a route of this process for what the cache may keep: as a stranger would, so that it is the same for everyone. */
  async function askHere(path: string): Promise<Response | null> {
    const match = findRoute(path);
    const handler = match.found ? match.target?.GET : undefined;
    if (!match.found || typeof handler !== 'function') return null;
    return handler(new Request(`http://localhost${path}`), { params: Promise.resolve(match.params) });
  }

  /** The body is read to its end first, so that a handler never starts on half a request. */
  async function answerHere(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    route: Route,
  ): Promise<void> {
    const mayHaveBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
    if (!mayHaveBody) return runRoute(incoming, outgoing, route, null);
    const body = await readBody(incoming, bodyLimits);
    if (body === 'aborted') return;
    if (typeof body !== 'string') return runRoute(incoming, outgoing, route, body);
    // Hanging up on bytes that still arrive would reset the connection before the answer is read.
    const hangUp = setTimeout(() => incoming.socket.destroy(), 2_000);
    incoming.once('close', () => clearTimeout(hangUp)).resume();
    if (body === 'too-large') return refuse(incoming, outgoing, { code: 'body-too-large', as: 'api' });
    outgoing.writeHead(408, { connection: 'close' }).end();
  }

  function onRequest(incoming: IncomingMessage, outgoing: ServerResponse): void {
    // Writing to a client that has gone is no fault.
    outgoing.on('error', () => {});
    answer(incoming, outgoing).catch((error: unknown) => {
      logFault('edge-failed', error, incoming);
      // Half an answer must not look like a whole one.
      refuse(incoming, outgoing, { code: 'internal-error', as: 'api' }).catch(() => outgoing.destroy());
    });
  }

  return {
    createServer: () =>
      createServer(
        // Longer idle than the load balancers in front commonly keep theirs (60 s), so that we never close first.
        {
          ServerResponse: EdgeResponse as typeof ServerResponse,
          headersTimeout: 15_000,
          requestTimeout: 300_000,
          keepAliveTimeout: 65_000,
          noDelay: true,
        },
        onRequest,
      ).on('clientError', answerUnreadable),
    close: () => {
      watch?.stop();
      pageCache.close();
      proxy.close();
      jobsProxy.close();
    },
  };
}

function isBelow(pathname: string, folder: string): boolean {
  return pathname === folder || pathname.startsWith(`${folder}/`);
}

/** Our own processes' routes, by whatever spelling an origin might still take for them. */
function isInternal(pathname: string): boolean {
  const plain = decodeURIComponent(pathname).replace(/[\\/]+/g, '/');
  return isBelow(plain.toLowerCase(), '/internal');
}
