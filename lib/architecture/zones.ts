/** Where a file stands: a part of the code, and for a domain or a schema which one. */
export type Zone = { readonly part: string; readonly name?: string };

/** The part of the code that a path from the repository's root belongs to; null for what no rule is about. */
export function zoneOf(path: string): Zone | null {
  const [top = '', second = '', third] = path.split('/');
  switch (top) {
    case 'lib':
      return libZone(second, third);
    case 'db':
      return dbZone(path, second);
    case 'app':
      // The contract is data that pages may tell of too; routes and their wrapper are the API's own.
      if (/^app\/api\/(_contract\/|_edge\/operation(\.ts)?$)/.test(path)) return { part: 'contract' };
      if (path.startsWith('app/api/inngest/')) return { part: 'job-endpoint' };
      return { part: second === 'api' || second === 'files' ? 'api' : 'app' };
    case 'inngest':
      // What the relay sends is known without the functions.
      if (/^inngest\/subscriptions(\.ts)?$/.test(path)) return { part: 'subscriptions' };
      return { part: 'inngest' };
    case 'stack':
    case 'cli':
    case 'bench':
    case 'e2e':
      return { part: top };
    default:
      return null;
  }
}

function libZone(folder: string, file: string | undefined): Zone | null {
  // The architecture's own test and its helpers look at everything.
  if (file === undefined || folder === 'architecture') return null;
  if (folder === 'kernel' || folder === 'platform') return { part: folder };
  return { part: 'domain', name: folder };
}

function dbZone(path: string, second: string): Zone {
  if (/^db\/(client|session)(\.ts)?$|^db\/transport\//.test(path)) return { part: 'client' };
  if (/^db\/migrate(\.ts)?$/.test(path)) return { part: 'migrate' };
  if (second === 'schema') return { part: 'schema', name: path.split('/')[2]?.replace(/\.ts$/, '') ?? '' };
  return { part: second === 'seed' ? 'seed' : 'db' };
}

/** Whether a file only serves tests: it may look anywhere, and nothing else may look at it. */
export function isForTests(path: string): boolean {
  return /\.test\.tsx?$|(^|\/)testing\//.test(path);
}
