import { DEFAULT_MARKET, MARKETS } from './markets';

/** First parts of paths that are not a market's pages. */
export const NOT_PAGES = ['api', '_next', 'internal', 'docs', 'dashboard', 'files', 'art', 'social'];

const prefixes = MARKETS.map((market) => market.code);
const others = [...NOT_PAGES, ...prefixes].join('|');

/**
 * The default market has no prefix: its paths are answered by the pages of `/[market]`. Files (a dot in the last part)
 * stay files. All orders of a market are one page: what is specific to an order is fetched by the browser, so there is
 * one page to keep, however many orders there are.
 */
export function marketRewrites(): { source: string; destination: string }[] {
  return [
    { source: '/orders/:id([^/.]+)', destination: `/${DEFAULT_MARKET.code}/order` },
    ...prefixes.map((code) => ({ source: `/${code}/orders/:id([^/.]+)`, destination: `/${code}/order` })),
    { source: '/', destination: `/${DEFAULT_MARKET.code}` },
    {
      source: `/:path((?!(?:${others})(?:/|$))(?!.*\\.[^/]*$).+)`,
      destination: `/${DEFAULT_MARKET.code}/:path`,
    },
  ];
}

/**
 * A file that is not there would otherwise be taken for a market: `/favicon.ico` would be a front page that does not
 * exist, kept like a page, and there is no end of such names.
 */
export function missingFileRewrites(): { source: string; destination: string }[] {
  return [{ source: '/:file([^/]+\\.[^/]+)', destination: `/${DEFAULT_MARKET.code}/missing/:file` }];
}

/** One address for a page: the default market's prefix is taken off. */
export function marketRedirects(): { source: string; destination: string; permanent: boolean }[] {
  return [
    { source: `/${DEFAULT_MARKET.code}`, destination: '/', permanent: true },
    { source: `/${DEFAULT_MARKET.code}/:path+`, destination: '/:path+', permanent: true },
  ];
}
