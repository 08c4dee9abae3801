import type { Metadata } from 'next';
import { DEFAULT_MARKET, type Market, openMarkets, pathIn } from '@/app/components/market/markets';
import { getShop } from '@/lib/shop/queries';

/** Where a page is, and where it is in the other markets: for search engines, which show each shopper their own. */
export async function alternatesOf(
  market: Market,
  path: string,
): Promise<NonNullable<Metadata['alternates']>> {
  const markets = openMarkets((await getShop()).currencies);
  const canonical = pathIn(market, path);
  if (markets.length < 2) return { canonical };
  const languages = Object.fromEntries(markets.map((other) => [other.locale, pathIn(other, path)]));
  return { canonical, languages: { ...languages, 'x-default': pathIn(DEFAULT_MARKET, path) } };
}
