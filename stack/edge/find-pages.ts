import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const app = 'app';
const storefront = join(app, '(storefront)', '[market]');
const revalidated = /^export const revalidate = \d+;?[ \t]*$/m;
const isStatic = /^export const dynamic = 'force-static';?[ \t]*$/m;

export interface FoundPage {
  /** As Next writes it: `/products/[slug]`. */
  readonly path: string;
  /** As with `runtime` in a route, the page's own line decides. */
  readonly isKept: boolean;
}

/** What a page of the storefront says that may be kept; its path is that inside a market. */
export async function findPages(projectDir: string): Promise<FoundPage[]> {
  return readPages(join(projectDir, storefront), revalidated);
}

/**
 * The pages outside the markets that are the same for all and have one address each, as most of the dashboard's. One with a
 * parameter is as many pages as anybody makes up, and would push out those that shoppers see.
 */
export async function findStaticPages(projectDir: string): Promise<string[]> {
  const pages = await readPages(join(projectDir, app), isStatic);
  return pages.flatMap(({ path, isKept }) => (isKept && !path.includes('[') ? path : []));
}

/** The pages below a folder, sorted by path. Of one that may be kept Next's code sees neither query nor cookie. */
async function readPages(folder: string, says: RegExp): Promise<FoundPage[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile() && entry.name === 'page.tsx')
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const pages = await Promise.all(
    files.map(async (file) => ({
      path: toPath(relative(folder, file)),
      isKept: says.test(await readFile(file, 'utf8')),
    })),
  );
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function toPath(file: string): string {
  const parts = file.split(sep).slice(0, -1);
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`;
}
