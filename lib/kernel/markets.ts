/**
 * A language, the conventions of a place, and a currency. Its code is the first part of its paths, so that a page is the same
 * for everybody at its address.
 */
export type Market = {
  readonly code: string;
  /** Which messages file, and the `lang` of the document. */
  readonly language: 'en' | 'fr';
  /** How money, dates and numbers are written. */
  readonly locale: string;
  /** The country that forms start with. */
  readonly country: string;
  /** What prices are in; null: the shop's own, whichever that is. Open while the shop sells in it. */
  readonly currency: string | null;
};

export const DEFAULT_MARKET: Market = {
  code: 'en-us',
  language: 'en',
  locale: 'en-US',
  country: 'US',
  currency: null,
};

/** Every market that the shop knows, the default one first. */
export const MARKETS: readonly Market[] = [
  DEFAULT_MARKET,
  { code: 'en-gb', language: 'en', locale: 'en-GB', country: 'GB', currency: 'GBP' },
  { code: 'fr-fr', language: 'fr', locale: 'fr-FR', country: 'FR', currency: 'EUR' },
];

export function findMarket(code: string): Market | null {
  return MARKETS.find((market) => market.code === code) ?? null;
}

/** Where a page of a market is: the default market has no prefix. `path` starts with a slash. */
export function pathIn(market: Market, path: string): string {
  if (market.code === DEFAULT_MARKET.code) return path;
  return path === '/' ? `/${market.code}` : `/${market.code}${path}`;
}

/** The markets whose prices a shop that sells in these currencies has. */
export function openMarkets(currencies: readonly string[]): readonly Market[] {
  return MARKETS.filter(({ currency }) => currency === null || currencies.includes(currency));
}

/** How the catalog is read for a market: its prices, and its language where that is not the shop's own. */
export function viewOf(market: Market): { currency: string | undefined; language: string | undefined } {
  return {
    currency: market.currency ?? undefined,
    language: market.language === DEFAULT_MARKET.language ? undefined : market.language,
  };
}
