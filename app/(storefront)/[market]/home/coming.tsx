import { CollectionPicture } from '@/app/(storefront)/_lib/collection-picture';
import { ComingWork } from '@/app/(storefront)/_lib/coming-work';
import { OpeningTime } from '@/app/(storefront)/_lib/opening-time';
import type { Market } from '@/app/components/market/markets';
import { ShopLink } from '@/app/components/shop-link';
import type { CollectionDetails } from '@/lib/catalog/model';

const MOST = 4;

/** A collection that is not open yet: when it opens and what it will hold. */
export function Coming({ market, collection }: { market: Market; collection: CollectionDetails }) {
  const { title, slug, opensAt, coming, image } = collection;
  if (opensAt === null) return null;
  return (
    <section aria-labelledby="coming" className="grid gap-8 border-t border-ink pt-4">
      <header className="grid gap-3">
        <OpeningTime market={market} opensAt={opensAt} />
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
      {image === null ? null : <CollectionPicture image={image} />}
      <ul className="grid grid-cols-2 gap-4 md:grid-cols-4 md:gap-8">
        {coming.slice(0, MOST).map((work) => (
          <ComingWork key={work.title} work={work} />
        ))}
      </ul>
    </section>
  );
}
