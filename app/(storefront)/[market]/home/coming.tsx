import type { Market } from '@/app/components/market/markets';
import { Picture } from '@/app/components/picture';
import { ShopLink } from '@/app/components/shop-link';
import { textOf } from '@/app/components/text/messages';
import type { CollectionDetails } from '@/lib/catalog/model';
import { getSettings } from '@/lib/shop/queries';

const MOST = 4;

/** A collection that is not open yet: when it opens, in the shop's own time, and what it will hold. */
export async function Coming({ market, collection }: { market: Market; collection: CollectionDetails }) {
  const t = textOf(market);
  const { title, slug, opensAt, coming } = collection;
  if (opensAt === null) return null;
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
    <section aria-labelledby="coming" className="grid gap-8 border-t border-ink pt-4">
      <header className="grid gap-3">
        <p className="figures text-lg">
          {t('home.opens')} <time dateTime={opensAt}>{time}</time>
        </p>
        <h2 id="coming" className="display text-poster">
          <ShopLink
            market={market}
            to={`/collections/${encodeURIComponent(slug)}`}
            className="underline-offset-8 hover:underline"
          >
            {title}
          </ShopLink>
        </h2>
      </header>
      <ul className="grid grid-cols-2 gap-4 md:grid-cols-4 md:gap-8">
        {coming.slice(0, MOST).map((work) => (
          <li key={work.title} className="grid gap-3">
            <Picture
              image={work.image}
              title={work.title}
              sizes="(min-width: 100rem) 22rem, (min-width: 56rem) 22vw, 46vw"
            />
            <p className="leading-snug font-medium">{work.title}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
