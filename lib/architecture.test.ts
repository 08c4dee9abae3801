import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type PluginBuild } from 'esbuild';
import { describe, expect, test } from 'vitest';
import {
  findCycle,
  findForbiddenImports,
  findForbiddenTables,
  findUnreachableOnEdge,
  findWrongRuntimes,
  type Sources,
} from './architecture/find-violations';
import { readImports } from './architecture/read-imports';
import { DOMAIN_CALLS, FUNCTION_TABLES, NODE_ROUTES } from './architecture/rules';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['app', 'lib', 'db', 'inngest', 'stack', 'cli', 'bench', 'e2e'];

function readSources(): Sources {
  const top = new Set(readdirSync(ROOT));
  const paths = FOLDERS.filter((folder) => top.has(folder)).flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  const sources = paths.filter((path) => /\.(tsx?|sql)$/.test(path));
  return new Map(sources.map((path) => [path, readFileSync(`${ROOT}${path}`, 'utf8')]));
}

const sources = readSources();

/** Has esbuild tell each file's imports as they are written, without following them. */
function leaveImports(plugin: PluginBuild): void {
  plugin.onResolve({ filter: /.*/ }, ({ kind, path }) =>
    kind === 'entry-point' ? null : { path, external: true },
  );
}

describe('the shop as it is', () => {
  test('no part imports what the table forbids', () => {
    expect(findForbiddenImports(sources)).toEqual([]);
  });

  test('domains call each other one way', () => {
    expect(findCycle(DOMAIN_CALLS)).toBeNull();
  });

  test('every domain is in the table', () => {
    const domains = new Set([...sources.keys()].map((path) => /^lib\/([a-z-]+)\//.exec(path)?.[1] ?? ''));
    for (const other of ['', 'kernel', 'platform', 'architecture']) domains.delete(other);
    expect([...domains].filter((name) => DOMAIN_CALLS[name] === undefined)).toEqual([]);
  });

  test('every route of the API says where it runs, and what runs on the edge reaches nothing that cannot', () => {
    expect(findWrongRuntimes(sources)).toEqual([]);
    expect(findUnreachableOnEdge(sources)).toEqual([]);
    expect(Object.keys(NODE_ROUTES).filter((path) => !sources.has(path))).toEqual([]);
  });

  test('SQL functions name only the tables they may', () => {
    expect(findForbiddenTables(sources)).toEqual([]);
    const missing = Object.keys(FUNCTION_TABLES).filter((name) => !sources.has(`db/functions/${name}.sql`));
    expect(missing).toEqual([]);
  });
});

describe('the reader of imports', () => {
  test('misses nothing that esbuild sees', async () => {
    const paths = [...sources.keys()].filter((path) => /^(app|lib|db|stack)\/.*\.tsx?$/.test(path));
    const { metafile } = await build({
      entryPoints: paths,
      absWorkingDir: ROOT,
      bundle: true,
      write: false,
      metafile: true,
      outdir: 'none',
      format: 'esm',
      jsx: 'automatic',
      plugins: [{ name: 'leave-imports', setup: leaveImports }],
    });
    const normalised = (path: string, specifier: string) =>
      readImports(path, `import '${specifier}';`)[0]?.target;
    const missed = paths.flatMap((path) => {
      const read = readImports(path, sources.get(path) ?? '').map(({ target }) => target);
      const seen = metafile.inputs[path]?.imports.map((found) => normalised(path, found.path)) ?? [
        'not read',
      ];
      return seen.filter((target) => !read.includes(target ?? '') && target !== 'react/jsx-runtime');
    });
    expect(paths.length).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  });
});

describe('each rule bites', () => {
  const good = 'export const x = 1;\n';
  const imports = (path: string, target: string, more = '') =>
    findForbiddenImports(new Map([[path, `${more}import { x } from '${target}';\n`]]));

  test.each([
    ['lib/kernel/money.ts', '@/lib/platform/env', 'kernel may not import platform'],
    ['lib/platform/lock.ts', '@/lib/orders/place-order', 'platform may not import domains'],
    ['lib/platform/lock.ts', '@/db/client', 'no business with the database'],
    ['lib/orders/place-order.ts', '@/lib/payments/pay-order', 'orders may not call payments'],
    ['lib/payments/pay-order.ts', '@/lib/orders/internal/row', 'private to its domain'],
    ['lib/payments/pay-order.ts', '../orders/internal/row', 'private to its domain'],
    ['lib/orders/place-order.ts', '@/db/schema/catalog', 'the schema belongs to catalog'],
    ['lib/orders/place-order.ts', '@/app/api/_edge/route', 'domain may not import api'],
    ['lib/orders/place-order.ts', 'next/cache', 'run without Next'],
    ['lib/orders/place-order.ts', '@/db/testing/offers', 'for tests only'],
    ['app/api/carts/route.ts', 'next/server', 'run without Next'],
    ['app/api/carts/route.ts', '@/db/client', 'api may not import client'],
    ['app/api/carts/route.ts', '@/app/components/cart', 'api may not import app'],
    ['app/page.tsx', '@/db/client', 'app may not import client'],
    ['app/page.tsx', '@/app/api/_edge/route', 'app may not import api'],
    ['stack/start.ts', '@/lib/orders/place-order', 'stack may not import domains'],
    ['e2e/journeys/buy.ts', '@/lib/orders/place-order', 'e2e may not import domains'],
    ['db/schema/orders.ts', '@/lib/orders/model', 'schema may not import domains'],
  ])('%s importing %s', (path, target, why) => {
    expect(imports(path, target)).toEqual([expect.stringContaining(why)]);
  });

  test('a client component importing what a browser must not get', () => {
    const client = "'use client';\n";
    expect(imports('app/cart.tsx', '@/lib/orders/place-order', client)).toHaveLength(1);
    expect(imports('app/cart.tsx', '@/lib/platform/env', client)).toHaveLength(1);
    expect(imports('app/cart.tsx', '@/lib/orders/model', client)).toEqual([]);
  });

  test.each([
    "export * from '@/app/page';",
    "import '@/app/page';",
    "import type { X } from '@/app/page';",
    "const x = await import('@/app/page');",
    "import {\n  a,\n  b,\n} from '@/app/page';",
  ])('an import in any form: %j', (source) => {
    expect(findForbiddenImports(new Map([['lib/kernel/x.ts', source]]))).toHaveLength(1);
  });

  test('a round of calls', () => {
    expect(findCycle({ a: ['b'], b: ['c'], c: ['a'] })).toBe('a -> b -> c -> a');
    expect(findCycle({ a: ['b', 'c'], b: ['c'], c: [] })).toBeNull();
  });

  test('an edge route that reaches Node through others, but not through types', () => {
    const route = "export const runtime = 'edge';\nimport { x } from '@/lib/orders/x';\n";
    const reaching = (source: string) =>
      findUnreachableOnEdge(
        new Map([
          ['app/api/x/route.ts', route],
          ['lib/orders/x.ts', source],
        ]),
      );
    expect(reaching("import { createHash } from 'node:crypto';")).toHaveLength(1);
    expect(reaching("import type { Pool } from 'pg';")).toEqual([]);
    expect(reaching(good)).toEqual([]);
  });

  test('a route without its runtime', () => {
    expect(findWrongRuntimes(new Map([['app/api/x/route.ts', good]]))).toHaveLength(1);
    const computed = "const edge = 'edge';\nexport const runtime = edge;\n";
    expect(findWrongRuntimes(new Map([['app/api/x/route.ts', computed]]))).toHaveLength(1);
  });

  test('a function that names a table of others, or that nobody knows', () => {
    const schema = ['db/schema/x.ts', "pgTable('orders', {}); pgTable('staff', {});"] as const;
    const named = (path: string, sql: string) => findForbiddenTables(new Map([schema, [path, sql]]));
    expect(named('db/functions/stock_level.sql', 'select 1 from staff')).toHaveLength(1);
    expect(named('db/functions/stock_level.sql', "-- staff\nselect 'staff'")).toEqual([]);
    expect(named('db/functions/unheard_of.sql', 'select 1')).toHaveLength(1);
  });
});
