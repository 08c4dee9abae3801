import type { ComponentProps } from 'react';
import { FOLLOWED } from './followed';
import { type Market, pathIn } from './market/markets';

/**
 * A link to a page of the same market. It is a plain one, and FollowLinks follows it in place: a page has some sixty, and
 * what each of Next's own costs to bring to life is felt on a phone. Nothing is fetched ahead either: a list of 24 products
 * would ask for 24 pages that nobody has looked at.
 */
export function ShopLink({
  market,
  to,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { market: Market; to: string }) {
  return <a {...rest} {...FOLLOWED} href={pathIn(market, to)} />;
}
