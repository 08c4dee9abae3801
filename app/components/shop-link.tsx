import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type Market, pathIn } from './market/markets';

/**
 * A link to a page of the same market. Nothing is fetched ahead: a list of 24 products would ask for 24 pages that
 * nobody has looked at.
 */
export function ShopLink({
  market,
  to,
  ...rest
}: Omit<ComponentProps<typeof Link>, 'href' | 'prefetch'> & { market: Market; to: string }) {
  return <Link {...rest} href={pathIn(market, to)} prefetch={false} />;
}
