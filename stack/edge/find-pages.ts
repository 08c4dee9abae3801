import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const storefront = 'app/(storefront)/[market]';
const revalidated = /^export const revalidate = \d+;?[ \t]*$/m;

export interface FoundPage {
  /** Inside a market, as Next writes it: `/products/[slug]`. */
  readonly path: string;
  /** The file says `export const revalidate = 60`: as with `runtime` in a route, the page's own line decides. */
  readonly isKept: boolean;
}

/** Lists the storefront's pages, sorted by path. Of one that may be kept Next's code sees neither query nor cookie. */
export async function findPages(projectDir: string): Promise<FoundPage[]> {
  const folder = join(projectDir, storefront);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile() && entry.name === 'page.tsx')
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const pages = await Promise.all(
    files.map(async (file) => ({
      path: toPath(relative(folder, file)),
      isKept: revalidated.test(await readFile(file, 'utf8')),
    })),
  );
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function toPath(file: string): string {
  const parts = file.split(sep).slice(0, -1);
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`;
}
