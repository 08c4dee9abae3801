import { notFound } from 'next/navigation';
import { findMarket, type Market } from '@/app/components/market/markets';

/** The market that a page was asked for in; one that does not exist is a page that does not exist. */
export async function pageMarket(params: Promise<{ market: string }>): Promise<Market> {
  const { market } = await params;
  return findMarket(market) ?? notFound();
}
