import { ComingWork } from '@/app/(storefront)/_lib/coming-work';
import { OpeningTime } from '@/app/(storefront)/_lib/opening-time';
import type { Market } from '@/app/components/market/markets';
import type { ComingProduct } from '@/lib/catalog/model';

/** What a collection that has not opened will hold, and when that is. */
export function ComingWorks({
  market,
  opensAt,
  works,
}: {
  market: Market;
  opensAt: string;
  works: readonly ComingProduct[];
}) {
  return (
    <div className="grid gap-8">
      <OpeningTime market={market} opensAt={opensAt} />
      <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:grid-cols-3 md:grid-cols-4 md:gap-x-8 md:gap-y-14">
        {works.map((work) => (
          <ComingWork key={work.title} work={work} />
        ))}
      </ul>
    </div>
  );
}
