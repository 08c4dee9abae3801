import type { Market } from '@/app/components/market/markets';
import { Picture } from '@/app/components/picture';
import { textOf } from '@/app/components/text/messages';
import type { ComingProduct } from '@/lib/catalog/model';
import { getSettings } from '@/lib/shop/queries';

/** What a collection that has not opened will hold, and when that is, in the shop's own time. */
export async function ComingWorks({
  market,
  opensAt,
  works,
}: {
  market: Market;
  opensAt: string;
  works: readonly ComingProduct[];
}) {
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
    <div className="grid gap-8">
      <p className="figures text-lg">
        {textOf(market)('home.opens')} <time dateTime={opensAt}>{time}</time>
      </p>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:grid-cols-3 md:grid-cols-4 md:gap-x-8 md:gap-y-14">
        {works.map((work) => (
          <li key={work.title} className="grid content-start gap-3">
            <Picture
              image={work.image}
              title={work.title}
              sizes="(min-width: 100rem) 22rem, (min-width: 56rem) 22vw, 46vw"
            />
            <p className="leading-snug font-medium">{work.title}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
