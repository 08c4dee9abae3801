export interface RequestTarget {
  /** Starts with `/`, dot segments resolved, still percent-encoded. */
  readonly pathname: string;
  /** Empty, or starts with `?`. */
  readonly search: string;
}

// Anything that two parsers might read differently: dot segments in either spelling, bytes outside ASCII.
const needsNormalising = /\/\.|%2e|[^\x21-\x7e]/i;

/**
 * Reads the request line's target: the path as one server after another will see it, resolved once, here, so that
 * what was routed, what a handler reads and what an origin receives are the same path. The absolute form
 * (`GET http://any/path`) counts for its path only. Null when it is no path at all. Never throws.
 */
export function parseRequestTarget(target: string): RequestTarget | null {
  const path = target.startsWith('/') ? target : pathOfAbsoluteForm(target);
  if (path === null) return null;
  const bare = path.split('#', 1)[0] ?? '';
  const queryAt = bare.indexOf('?');
  const pathname = queryAt === -1 ? bare : bare.slice(0, queryAt);
  // A browser's parser turns a backslash into a slash, others do not.
  if (pathname.includes('\\')) return null;
  if (!needsNormalising.test(bare)) return { pathname, search: queryAt === -1 ? '' : bare.slice(queryAt) };
  const normal = parseUrl(`http://edge${bare}`);
  return normal === null ? null : { pathname: normal.pathname, search: normal.search };
}

function pathOfAbsoluteForm(target: string): string | null {
  const url = /^https?:\/\//i.test(target) ? parseUrl(target) : null;
  return url === null ? null : url.pathname + url.search;
}

function parseUrl(text: string): URL | null {
  // URL.parse would do, but Node 20.11 lacks it.
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
