/** Decoded values of a path's dynamic segments, as Next gives them to a route: `[slug]` a string, `[...rest]` an array. */
export type RouteParams = Record<string, string | string[]>;

export type RouteMatch<T> =
  | { readonly found: true; readonly target: T; readonly params: RouteParams }
  | { readonly found: false; readonly reason: 'no-route' | 'malformed-path' };

type Segment = { readonly kind: SegmentKind; readonly name: string };
type SegmentKind = keyof typeof rank;

/** Where two routes fit a path, the one that says more about it wins, segment by segment. */
const rank = { static: 0, param: 1, rest: 2, optionalRest: 3 } as const;

const noRoute = { found: false, reason: 'no-route' } as const;
const malformedPath = { found: false, reason: 'malformed-path' } as const;

/**
 * Makes the function that finds the route of a path (no query string), by Next's rules. Segments are split before
 * they are decoded, so an encoded slash stays inside its parameter; bad percent-encoding is `malformed-path` whether a
 * route fits or not. A trailing or doubled slash fits no route: answering with a redirect is left to Next. Never throws.
 *
 * @param routes patterns such as `/api/products/[slug]`, each with whatever is to be found under it
 */
export function createRouter<T>(
  routes: readonly { readonly path: string; readonly target: T }[],
): (pathname: string) => RouteMatch<T> {
  const compiled = routes
    .map(({ path, target }) => ({ segments: path.slice(1).split('/').map(parseSegment), path, target }))
    .sort((a, b) => compareSpecificity(a.segments, b.segments));
  const dynamic = compiled.filter(({ segments }) => segments.some(({ kind }) => kind !== 'static'));
  const literal = new Map(
    compiled
      .filter((route) => !dynamic.includes(route))
      .map(({ path, target }) => [path, { found: true, target, params: {} } as const]),
  );

  return (pathname) => {
    const exact = literal.get(pathname);
    if (exact !== undefined) return exact;
    const parts = decodeSegments(pathname);
    if (parts === null) return malformedPath;
    if (pathname.includes('%')) {
      const decoded = literal.get(`/${parts.join('/')}`);
      // An encoded slash must not reach a route that has the slash itself.
      if (decoded !== undefined && !/%2f/i.test(pathname)) return decoded;
    }
    for (const { segments, target } of dynamic) {
      const params = matchSegments(segments, parts);
      if (params !== null) return { found: true, target, params };
    }
    return noRoute;
  };
}

function parseSegment(text: string): Segment {
  const dynamic = /^\[(\[?)(\.\.\.)?([^[\]]+)\]?\]$/.exec(text);
  if (dynamic === null) return { kind: 'static', name: text };
  const kind = dynamic[1] === '[' ? 'optionalRest' : dynamic[2] === '...' ? 'rest' : 'param';
  return { kind, name: dynamic[3] ?? '' };
}

function compareSpecificity(a: readonly Segment[], b: readonly Segment[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const left = a[i];
    const right = b[i];
    // A path that has ended is less open than one that may go on.
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const difference = rank[left.kind] - rank[right.kind];
    if (difference !== 0) return difference;
  }
  return 0;
}

function decodeSegments(pathname: string): string[] | null {
  const parts = pathname.slice(1).split('/');
  if (!pathname.includes('%')) return parts;
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return null;
  }
}

function matchSegments(segments: readonly Segment[], parts: readonly string[]): RouteParams | null {
  const params: RouteParams = {};
  for (const [i, { kind, name }] of segments.entries()) {
    const part = parts[i];
    if (kind === 'rest' || kind === 'optionalRest') {
      const rest = parts.slice(i);
      if (rest.includes('') || (kind === 'rest' && rest.length === 0)) return null;
      if (rest.length > 0) params[name] = rest;
      return params;
    }
    if (part === undefined || part === '' || (kind === 'static' && part !== name)) return null;
    if (kind === 'param') params[name] = part;
  }
  return parts.length === segments.length ? params : null;
}
