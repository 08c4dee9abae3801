import { notFound } from 'next/navigation';
import { findMarket, type Market, openMarkets } from '@/app/components/market/markets';
import { getShop } from '@/lib/shop/queries';

/** The market that a page was asked for in; one that the shop has no prices for is a page that does not exist. */
export async function pageMarket(params: Promise<{ market: string }>): Promise<Market> {
  const [{ market: code }, { currencies }] = await Promise.all([params, getShop()]);
  const market = findMarket(code);
  return market !== null && openMarkets(currencies).includes(market) ? market : notFound();
}
