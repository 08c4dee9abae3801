import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import { BadEvents } from '../intake/parse-events';
import { log, messageOf } from '../log';
import { assertAccess, type Keys } from './access';
import { HttpError, type Reply, send } from './http';
import { findRoute, type Route } from './router';

/** The HTTP side: finds the route, checks the key, answers errors as `{ error, status }`. */
export function createServer(routes: readonly Route[], keys: Keys): Server {
  const server = createHttpServer((request, response) => {
    answer(routes, keys, request)
      .catch((error: unknown) => errorReply(error, request))
      .then((reply) => send(response, reply))
      .catch((error: unknown) => {
        log('error', 'response-failed', { error: messageOf(error) });
        response.destroy();
      });
  });
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 65_000;
  return server;
}

async function answer(routes: readonly Route[], keys: Keys, request: IncomingMessage): Promise<Reply> {
  const target = `http://engine${request.url ?? '/'}`;
  if (!URL.canParse(target)) throw new HttpError(400, 'The address is not one.');
  const url = new URL(target);
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  const found = findRoute(routes, method, url.pathname);
  if (found === null)
    throw new HttpError(404, `There is nothing at ${url.pathname.replace(/^\/e\/.*/, '/e/…')}.`);
  if (found === 'method') throw new HttpError(405, `${method} is not possible here.`);
  assertAccess(found.route.access, request, keys, found.params.key);
  return await found.route.handle({ request, url, params: found.params });
}

function errorReply(error: unknown, request: IncomingMessage): Reply {
  const status = error instanceof HttpError ? error.status : error instanceof BadEvents ? 400 : 500;
  if (status === 500) {
    log('error', 'request-failed', { method: request.method, error: messageOf(error) });
    return { status, body: { error: 'The engine could not do this; its log says why.', status } };
  }
  const body = { error: messageOf(error), status, ...(error instanceof BadEvents ? { ids: [] } : {}) };
  return status === 401
    ? { status, body, headers: { 'www-authenticate': 'Basic realm="jobs"' } }
    : { status, body };
}
