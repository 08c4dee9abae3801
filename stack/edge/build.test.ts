import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEdgeBundle } from './build';
import { loadEdgeBundle } from './bundle';
import { findPages, findStaticPages } from './find-pages';
import { findRoutes } from './find-routes';

let projectDir: string;

const files: Record<string, string> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#transport/x': { 'edge-light': './http.ts', default: './tcp.ts' } },
  }),
  // Its own files first; what the edge itself needs comes from the repository.
  'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./*', `${process.cwd()}/*`] } } }),
  'http.ts': "export const transport = 'http';",
  'tcp.ts': "export const transport = 'tcp';",
  'node_modules/old-style/package.json': JSON.stringify({ name: 'old-style', main: 'index.js' }),
  'node_modules/old-style/index.js':
    "const { EventEmitter } = require('events'); exports.name = EventEmitter.name;",
  'lib/greet.ts':
    "import { transport } from '#transport/x';\nexport const greet = (name: string) => name + ' over ' + transport;",
  'app/api/(shop)/items/[id]/route.ts':
    "import { greet } from '@/lib/greet';\nimport { name } from 'old-style';\nexport const runtime = 'edge';\nexport const GET = () => new Response(greet(name));",
  'app/api/[...rest]/route.ts':
    'export const runtime = "edge"\nexport const GET = () => new Response(null, { status: 404 });',
  'app/api/auth/[...all]/route.ts':
    "// export const runtime = 'edge'\nimport 'nowhere';\nexport const GET = () => new Response();",
  'app/api/heavy/route.ts': "export const runtime = 'nodejs';\nexport const GET = () => new Response();",
  'app/files/[name]/route.ts': "export const runtime = 'edge';\nexport const GET = () => new Response();",
  'app/page/route.ts': "export const runtime = 'edge';",
  'app/api/_parts/route.ts': "export const runtime = 'edge';",
  'app/api/items/helper.ts': "export const runtime = 'edge';",
  'app/edge.ts': 'export const startBackground = () => ({ stop: async () => {} });',
  'app/(storefront)/[market]/page.tsx': 'export const revalidate = 60;',
  'app/(storefront)/[market]/search/page.tsx': '// export const revalidate = 60;',
  'app/(storefront)/[market]/(shelf)/products/[slug]/page.tsx': 'export const revalidate = 60;',
  'app/(desk)/desk/page.tsx': "export const dynamic = 'force-static';",
  'app/(desk)/desk/(in)/orders/page.tsx': "export const dynamic = 'force-static';\n",
  'app/(desk)/desk/(in)/orders/[id]/page.tsx': "export const dynamic = 'force-static';",
  'app/(desk)/desk/now/page.tsx': "export const dynamic = 'force-dynamic';",
  'out/BUILD_ID': 'build-1\n',
};

beforeAll(async () => {
  projectDir = await mkdtemp(join(tmpdir(), 'edge-build-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(projectDir, path)), { recursive: true });
    await writeFile(join(projectDir, path), text);
  }
});

afterAll(() => rm(projectDir, { recursive: true, force: true }));

test('the runtime line alone decides the host; groups and private folders leave no route', async () => {
  const routes = await findRoutes(projectDir);
  expect(routes.map(({ path, isEdge }) => [path, isEdge])).toEqual([
    ['/api/[...rest]', true],
    ['/api/auth/[...all]', false],
    ['/api/heavy', false],
    ['/api/items/[id]', true],
    ['/files/[name]', true],
  ]);
});

test('a page’s own line decides whether it is kept; outside the markets only one that has no parameter', async () => {
  expect((await findPages(projectDir)).map(({ path, isKept }) => [path, isKept])).toEqual([
    ['/', true],
    ['/products/[slug]', true],
    ['/search', false],
  ]);
  expect(await findStaticPages(projectDir)).toEqual(['/desk', '/desk/orders']);
});

test('the bundle holds the edge routes over TCP, knows the others, and carries both builds’ names', async () => {
  const built = await buildEdgeBundle({ projectDir, distDir: 'out', release: 'r-1' });
  expect(built).toEqual({ routes: 3, ms: expect.any(Number) });
  const bundle = await loadEdgeBundle(join(projectDir, 'out'));
  expect(bundle).toMatchObject({ buildId: 'build-1', release: 'r-1', startBackground: expect.any(Function) });
  expect(bundle.createEdge).toBeTypeOf('function');
  expect(bundle.routes.map(({ path, module }) => [path, module !== null])).toEqual([
    ['/api/[...rest]', true],
    ['/api/auth/[...all]', false],
    ['/api/heavy', false],
    ['/api/items/[id]', true],
    ['/files/[name]', true],
  ]);
  const items = bundle.routes.find(({ path }) => path === '/api/items/[id]')?.module?.GET as () => Response;
  expect(await items().text()).toBe('EventEmitter over tcp');
  const text = await readFile(join(projectDir, 'out/doorbuster-edge/edge.mjs'), 'utf8');
  expect(text).toContain('sourceMappingURL=edge.mjs.map');
});

test('without a Next build there is nothing to belong to', async () => {
  await expect(buildEdgeBundle({ projectDir, distDir: 'none', release: 'r' })).rejects.toThrow('BUILD_ID');
});
