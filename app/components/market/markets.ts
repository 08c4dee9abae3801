/** A language and the conventions of a place. Its code is the first part of its paths. */
export type Market = {
  readonly code: string;
  /** Which messages file, and the `lang` of the document. */
  readonly language: 'en' | 'fr';
  /** How money, dates and numbers are written. */
  readonly locale: string;
  /** The country that forms start with. */
  readonly country: string;
};

export const DEFAULT_MARKET: Market = { code: 'en-us', language: 'en', locale: 'en-US', country: 'US' };

/** Every market that the shop serves, the default one first. */
export const MARKETS: readonly Market[] = [DEFAULT_MARKET];

export function findMarket(code: string): Market | null {
  return MARKETS.find((market) => market.code === code) ?? null;
}

/** Where a page of a market is: the default market has no prefix. `path` starts with a slash. */
export function pathIn(market: Market, path: string): string {
  if (market.code === DEFAULT_MARKET.code) return path;
  return path === '/' ? `/${market.code}` : `/${market.code}${path}`;
}
