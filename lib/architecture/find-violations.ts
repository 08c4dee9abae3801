import { type Import, readImports } from './read-imports';
import {
  CLIENT_DOORS,
  DOMAIN_CALLS,
  DRAWN_WITH_REACT,
  FUNCTION_TABLES,
  MAY_IMPORT,
  NODE_ROUTES,
  NOT_ON_THE_EDGE,
  PLATFORM_WITH_DATABASE,
  SCHEMA_OWNERS,
} from './rules';
import { isForTests, type Zone, zoneOf } from './zones';

/** The sources by path from the repository's root. */
export type Sources = ReadonlyMap<string, string>;

/** Every import that the table forbids, one sentence each. */
export function findForbiddenImports(sources: Sources): string[] {
  const violations: string[] = [];
  for (const [path, source] of sources) {
    const from = zoneOf(path);
    if (from === null || isForTests(path) || !/\.tsx?$/.test(path)) continue;
    for (const { target, isPackage } of readImports(path, source)) {
      const why = isPackage ? refusePackage(path, from, target) : refuseTarget(path, source, from, target);
      if (why !== null) violations.push(`${path} imports ${target}: ${why}`);
    }
  }
  return violations;
}

function refusePackage(path: string, from: Zone, name: string): string | null {
  if (DRAWN_WITH_REACT.test(path) && name === 'react') return null;
  const isOurs = ['api', 'contract', 'domain', 'kernel', 'platform'].includes(from.part);
  return isOurs && /^(next$|next\/|react$|react-dom|server-only$)/.test(name)
    ? 'the shop and its API run without Next and React'
    : null;
}

function refuseTarget(path: string, source: string, from: Zone, target: string): string | null {
  const to = zoneOf(target);
  if (to === null) return null;
  if (isForTests(target)) return 'it is there for tests only';
  if (/^['"]use client['"]/.test(source) && to.part !== from.part && to.part !== 'kernel') {
    if (!CLIENT_DOORS.test(target)) return 'a browser gets models, inputs and the kernel only';
  }
  if (from.part === to.part && from.name === to.name) return null;
  if (from.part === 'platform' && to.part === 'client' && !PLATFORM_WITH_DATABASE.includes(path)) {
    return 'this file of the platform has no business with the database';
  }
  if (to.part === 'domain' && target.split('/').length > 3) return 'it is private to its domain; use a door';
  if (to.part === 'schema') return refuseSchema(from, to);
  if (from.part === 'domain' && to.part === 'domain') {
    const isKnown = (DOMAIN_CALLS[from.name ?? ''] ?? []).includes(to.name ?? '');
    return isKnown ? null : `${from.name} may not call ${to.name}`;
  }
  const allowed = MAY_IMPORT[from.part] ?? [];
  const asked = to.part === 'domain' ? 'domains' : to.part;
  const isEnv = allowed.includes('env') && /^lib\/platform\/env(\.ts)?$/.test(target);
  return allowed.includes(asked) || isEnv ? null : `${from.part} may not import ${asked}`;
}

function refuseSchema(from: Zone, to: Zone): string | null {
  if (from.part === 'schema' || from.part === 'db' || from.part === 'seed') return null;
  const owners = SCHEMA_OWNERS[to.name ?? ''] ?? [to.name ?? ''];
  const who = from.part === 'domain' ? from.name : from.part;
  return owners.includes(who ?? '') ? null : `the schema belongs to ${owners.join(' and ')}`;
}

/** A route module, not the file of that name that all of them use. */
const isRoute = (path: string) => /^app\/(api|files)\/(?!_)(.*\/)?route\.ts$/.test(path);

/** Routes below app/api and app/files without the literal runtime that both hosts read, unless the list says Node and why. */
export function findWrongRuntimes(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) => {
    if (!isRoute(path)) return [];
    const isEdge = /^export const runtime = 'edge';$/m.test(source);
    return isEdge === (NODE_ROUTES[path] === undefined)
      ? []
      : [`${path}: the runtime line and NODE_ROUTES differ`];
  });
}

const TRANSPORTS: Readonly<Record<string, string>> = {
  '#transport/postgres': 'db/transport/http.ts',
  '#transport/redis': 'lib/platform/redis/http.ts',
};

/** What edge routes reach, however far, that does not run on the edge. */
export function findUnreachableOnEdge(sources: Sources): string[] {
  const open = [...sources.keys()].filter((path) => isRoute(path) && !NODE_ROUTES[path]);
  const seen = new Set(open);
  const violations: string[] = [];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const { target, isPackage } of runTimeImports(path, sources)) {
      if (isPackage && NOT_ON_THE_EDGE.test(target))
        violations.push(`an edge route reaches ${target} through ${path}`);
      const next = TRANSPORTS[target] ?? resolve(target, sources);
      if (next !== undefined && !seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
    }
  }
  return violations;
}

function runTimeImports(path: string, sources: Sources): Import[] {
  return readImports(path, sources.get(path) ?? '').filter(({ isTypeOnly }) => !isTypeOnly);
}

const resolve = (target: string, sources: Sources) =>
  ['', '.ts', '.tsx'].map((end) => `${target}${end}`).find((path) => sources.has(path));

/** A round of calls between domains, as `a -> b -> a`, or null. */
export function findCycle(calls: Readonly<Record<string, readonly string[]>>): string | null {
  const done = new Set<string>();
  const walk = (name: string, trail: readonly string[]): string | null => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name].join(' -> ');
    if (done.has(name)) return null;
    for (const callee of calls[name] ?? []) {
      const cycle = walk(callee, [...trail, name]);
      if (cycle !== null) return cycle;
    }
    done.add(name);
    return null;
  };
  for (const name of Object.keys(calls)) {
    const cycle = walk(name, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

/** Tables that SQL functions name without being allowed to, and functions that the table of data does not know. */
export function findForbiddenTables(sources: Sources): string[] {
  const tables = [...sources].flatMap(([path, source]) =>
    path.startsWith('db/schema/')
      ? [...source.matchAll(/pgTable\(\s*'(\w+)'/g)].map((match) => match[1] ?? '')
      : [],
  );
  return [...sources].flatMap(([path, source]) => {
    const name = /^db\/functions\/(\w+)\.sql$/.exec(path)?.[1];
    if (name === undefined) return [];
    const allowed = FUNCTION_TABLES[name];
    if (allowed === undefined) return [`${path} is not in FUNCTION_TABLES`];
    // Comments and text constants may say what they like.
    const code = source.replace(/--.*$/gm, '').replace(/'[^']*'/g, "''");
    const named = tables.filter((table) => new RegExp(`\\b${table}\\b`).test(code));
    return named.filter((table) => !allowed.includes(table)).map((table) => `${path} may not name ${table}`);
  });
}
