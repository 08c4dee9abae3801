import { MARKETS, pathIn } from './markets';
import { NOT_PAGES } from './rewrites';

type Page = { readonly path: string; readonly isKept: boolean };

/** Addresses that are one page whatever their last part is, and where that page is: one is kept, not one an order. */
const SHARED: Readonly<Record<string, string>> = { '/orders/[id]': '/order' };

/**
 * Where the storefront's pages are in each market, for the cache in front of them, and `staticPages`, which are in none. What
 * is not kept stands in the list too: `/search` must not be taken for a page of the name "search".
 */
export function keptPages(
  pages: readonly Page[],
  staticPages: readonly string[],
): (Page & { asks?: string })[] {
  const others = NOT_PAGES.map((name) => `/${name}`).filter((path) => !staticPages.includes(path));
  return MARKETS.flatMap((market) => [
    ...pages.map(({ path, isKept }) => ({ path: pathIn(market, path), isKept })),
    ...Object.entries(SHARED).map(([path, page]) => ({
      path: pathIn(market, path),
      asks: pathIn(market, page),
      isKept: true,
    })),
  ]).concat(
    others.map((path) => ({ path, isKept: false })),
    staticPages.map((path) => ({ path, isKept: true })),
  );
}
