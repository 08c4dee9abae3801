import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export interface FoundRoute {
  /** Next's pattern: `/api/products/[slug]`. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  /** The file says `export const runtime = 'edge'`: this line alone decides where a route runs, as on Vercel. */
  readonly isEdge: boolean;
}

const edgeLine = /^export const runtime = (['"])edge\1;?[ \t]*$/m;

/** Where route handlers lie: those of pages are Next's own business. */
const folders = ['api', 'files'];

/** Lists every route handler below app/api and app/files, sorted by path. Route groups leave no trace in a path; what lies below a folder with a leading underscore is no route. */
export async function findRoutes(projectDir: string): Promise<FoundRoute[]> {
  const appDir = join(projectDir, 'app');
  const entries = await Promise.all(
    folders.map((folder) =>
      readdir(join(appDir, folder), { recursive: true, withFileTypes: true }).catch(() => []),
    ),
  );
  const files = entries
    .flat()
    .filter((entry) => entry.isFile() && /^route\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const routes = await Promise.all(
    files.map(async (file) => ({
      path: toRoutePath(relative(appDir, file)),
      file,
      isEdge: edgeLine.test(await readFile(file, 'utf8')),
    })),
  );
  return routes.filter(isRoute).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function toRoutePath(file: string): string | null {
  const parts = file.split(sep).slice(0, -1);
  if (parts.some((folder) => folder.startsWith('_'))) return null;
  return `/${parts.filter((folder) => !/^\(.*\)$/.test(folder)).join('/')}`;
}

function isRoute(route: Omit<FoundRoute, 'path'> & { path: string | null }): route is FoundRoute {
  return route.path !== null;
}
