import type { IncomingMessage } from 'node:http';
import type { RequestTarget } from '../request-target';
import { createRouter } from '../router';

/** A page by Next's pattern, and the path it is asked for under when several share one page. */
export interface KeptPage {
  readonly path: string;
  /** Those that are not keep their paths from being taken for others. */
  readonly isKept: boolean;
  readonly asks?: string;
}

/** `asset`: a file that an origin has; `file`: one that a route of this process has. */
export type Variant = 'html' | 'rsc' | 'segment' | 'asset' | 'file';

/** A request that may be answered with what is kept. */
export interface Wish {
  readonly key: string;
  readonly variant: Variant;
  /** What the origin is asked for: nothing of the query is left that the page does not depend on. */
  readonly path: string;
  /** The request headers that the answer depends on, and no others: no cookie, no validator. */
  readonly headers: Readonly<Record<string, string>>;
  /** The wish for the whole page, where this one is for a part of it. */
  readonly page: Wish | null;
}

/** Files of the build: none changes while it is served. */
const ASSETS = ['/_next/static/', '/art/'];
/** Named after their content: pictures of products, which are rows of the database. */
const FILES = '/files/';

/** What an RSC answer varies by (Next's own list). Each is part of the key as it is: they are never mixed. */
const ROUTER_HEADERS = [
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-router-state-tree',
  'next-url',
] as const;

/** No page has a dot in its last part. */
const isFile = /\.[^/]*$/;
const previewCookies = /(?:^|;\s*)(?:__prerender_bypass|__next_preview_data)=/;

/**
 * Makes the function that tells what of the kept pages a request asks for, or null when it is none of the cache's business.
 * Pages are the same whatever their query is, so it is left out of the key and not passed on: made-up parameters make no
 * copies. `_rsc` stays where it means something: Next checks it against the router's headers.
 */
export function createWishReader(
  pages: readonly KeptPage[],
): (incoming: IncomingMessage, target: RequestTarget) => Wish | null {
  const findPage = createRouter(pages.map((page) => ({ path: page.path, target: page })));

  return (incoming, { pathname, search }) => {
    const { headers, method } = incoming;
    if (method !== 'GET' && method !== 'HEAD') return null;
    if (headers.range !== undefined || headers['next-action'] !== undefined) return null;
    const host = (headers.host ?? '').toLowerCase();
    const common = forwarded(incoming);
    const isFileOfOurs = pathname.startsWith(FILES);
    if (isFileOfOurs || ASSETS.some((folder) => pathname.startsWith(folder))) {
      return {
        key: pathname,
        variant: isFileOfOurs ? 'file' : 'asset',
        path: pathname,
        headers: common,
        page: null,
      };
    }
    const match = findPage(pathname);
    if (!match.found || !match.target.isKept || isFile.test(pathname)) return null;
    if (headers.cookie !== undefined && previewCookies.test(headers.cookie)) return null;
    const path = match.target.asks ?? pathname;
    const html: Wish = { key: `${host} ${path}`, variant: 'html', path, headers: common, page: null };
    if (headers.rsc !== '1') return html;

    const routed: Record<string, string> = { rsc: '1' };
    for (const name of ROUTER_HEADERS) {
      const value = headers[name];
      if (typeof value === 'string') routed[name] = value;
    }
    const hash = rscHash(search);
    const isPart = routed['next-router-segment-prefetch'] !== undefined;
    return {
      key: `${host} ${path} ${hash ?? ''} ${JSON.stringify(routed)}`,
      variant: isPart ? 'segment' : 'rsc',
      path: hash === null ? path : `${path}?${hash}`,
      headers: { ...common, ...routed },
      page: isPart ? html : null,
    };
  };
}

function forwarded({ headers }: IncomingMessage): Record<string, string> {
  const kept: Record<string, string> = { 'accept-encoding': 'identity', 'user-agent': 'doorbuster-edge' };
  for (const name of ['host', 'x-forwarded-host', 'x-forwarded-proto', 'x-request-id']) {
    const value = headers[name];
    if (typeof value === 'string') kept[name] = value;
  }
  return kept;
}

/** The parameter `_rsc` as it was written: Next tells `?_rsc` from `?_rsc=`. */
function rscHash(search: string): string | null {
  const parameters = search.slice(1).split('&');
  return parameters.find((parameter) => /^_rsc(?:=|$)/.test(parameter)) ?? null;
}
