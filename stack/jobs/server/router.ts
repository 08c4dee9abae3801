import type { IncomingMessage } from 'node:http';
import type { Reply } from './http';

export interface RequestContext {
  request: IncomingMessage;
  url: URL;
  params: Readonly<Record<string, string>>;
}

/** Who may use a route: everybody who reaches it, holders of the event key or of the signing key, or who may administer. */
export type Access = 'open' | 'event-key' | 'signing-key' | 'admin';

export interface Route {
  method: string;
  /** Parts that begin with a colon are parameters. */
  path: string;
  access: Access;
  handle(context: RequestContext): Promise<Reply> | Reply;
}

/** Finds the route of a request; 'method' if the path is known and the method is not. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  pathname: string,
): { route: Route; params: Record<string, string> } | 'method' | null {
  const parts = pathname.split('/');
  let known = false;
  for (const route of routes) {
    const params = matchPath(route.path.split('/'), parts);
    if (!params) continue;
    if (route.method === method) return { route, params };
    known = true;
  }
  return known ? 'method' : null;
}

function matchPath(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const given = parts[index] ?? '';
    if (!wanted.startsWith(':')) {
      if (wanted !== given) return null;
      continue;
    }
    try {
      params[wanted.slice(1)] = decodeURIComponent(given);
    } catch {
      return null;
    }
    if (given === '') return null;
  }
  return params;
}
