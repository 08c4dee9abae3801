import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { edgeBundlePath } from './bundle';
import { findPages, findStaticPages } from './find-pages';
import { findRoutes } from './find-routes';

/**
 * Bundles what an edge process runs (the edge routes of app/api, and app/edge.ts if there is one) into one file below
 * `distDir`, after `next build` has written its BUILD_ID there: the bundle carries it, so that a process can refuse
 * to serve routes and pages of two different builds. Packages are bundled in: resolving hundreds of files from
 * node_modules is most of what a start costs.
 *
 * @returns how many routes run in-process, and how long it took
 * @throws Error when BUILD_ID is missing or the sources do not bundle
 */
export async function buildEdgeBundle({
  projectDir,
  distDir,
  release,
}: EdgeBuild): Promise<{ routes: number; ms: number }> {
  const startedAt = performance.now();
  const outDir = resolve(projectDir, distDir);
  const buildId = (await readFile(join(outDir, 'BUILD_ID'), 'utf8')).trim();
  const routes = await findRoutes(projectDir);
  const edgeRoutes = routes.filter((route) => route.isEdge);
  const background = join(projectDir, 'app/edge.ts');
  const markets = join(projectDir, 'app/components/market/kept-pages.ts');
  const pages = JSON.stringify(await findPages(projectDir));
  const staticPages = JSON.stringify(await findStaticPages(projectDir));

  const server = fileURLToPath(new URL('./server.ts', import.meta.url));
  const entry = [
    `export { createEdge } from ${JSON.stringify(server)};`,
    ...edgeRoutes.map(({ file }, index) => `import * as route${index} from ${JSON.stringify(file)};`),
    `export const buildId = ${JSON.stringify(buildId)};`,
    `export const release = ${JSON.stringify(release)};`,
    'export const routes = [',
    ...routes.map((route) => {
      const index = edgeRoutes.indexOf(route);
      return `  { path: ${JSON.stringify(route.path)}, module: ${index === -1 ? 'null' : `route${index}`} },`;
    }),
    '];',
    ...(existsSync(markets)
      ? [
          `import { keptPages } from ${JSON.stringify(markets)};`,
          `export const pages = keptPages(${pages}, ${staticPages});`,
        ]
      : []),
    ...(existsSync(background) ? [`export { startBackground } from ${JSON.stringify(background)};`] : []),
  ].join('\n');

  await build({
    stdin: { contents: entry, resolveDir: projectDir, sourcefile: 'doorbuster-edge.ts', loader: 'ts' },
    outfile: join(outDir, edgeBundlePath),
    absWorkingDir: projectDir,
    tsconfig: join(projectDir, 'tsconfig.json'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Without edge-light, `#transport/*` is the TCP side.
    conditions: ['node', 'default'],
    sourcemap: 'linked',
    logLevel: 'silent',
    // Optional and native, or a platform's own.
    external: ['pg-native', 'cloudflare:sockets', 'bufferutil', 'utf-8-validate'],
    // CommonJS packages call require() for what Node has built in.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return { routes: edgeRoutes.length, ms: Math.round(performance.now() - startedAt) };
}

interface EdgeBuild {
  /** The repository's root. */
  projectDir: string;
  /** Next's output directory, absolute or below `projectDir`. */
  distDir: string;
  /** Hash of the sources. */
  release: string;
}
