import type { Market } from '@/app/components/market/markets';
import { textOf } from '@/app/components/text/messages';
import { getSettings } from '@/lib/shop/queries';

/** When a collection that is still to come opens, in the shop's own time: the page is the same wherever it is read. */
export async function OpeningTime({ market, opensAt }: { market: Market; opensAt: string }) {
  const { timeZone } = await getSettings();
  const time = new Intl.DateTimeFormat(market.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(opensAt));
  return (
    <p className="figures text-lg">
      {textOf(market)('home.opens')} <time dateTime={opensAt}>{time}</time>
    </p>
  );
}
