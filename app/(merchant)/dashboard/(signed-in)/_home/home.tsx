'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ask } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Page } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { BestSellers } from './best-sellers';
import { Figures } from './figures';
import { PeriodPicker } from './period-picker';
import { isSpan, periodWords } from './period-words';
import { RunningOut } from './running-out';
import { SalesSection } from './sales-section';
import { Tasks } from './tasks';

/** Where the day begins: what waits for a person, and how the shop does. */
export function Home() {
  const maySeeSales = useMay('sales:read');
  return (
    <Page title="Home" actions={maySeeSales ? <PeriodPicker /> : null}>
      <Tasks />
      {maySeeSales ? <Sales /> : null}
    </Page>
  );
}

function Sales() {
  const address = useAddress();
  const [span, from, to] = [address.get('span'), address.get('from'), address.get('to')];
  const query = from && to ? { from, to } : isSpan(span) ? { span } : {};
  const overview = useQuery({
    queryKey: ['home', 'overview', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/overview', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={overview} lines={12}>
      {(found) => (
        <div
          className={`grid gap-6 ${overview.isPlaceholderData ? 'opacity-60' : ''}`}
          aria-busy={overview.isPlaceholderData || undefined}
        >
          <p className="-mb-3 text-sm text-muted">
            {periodWords(found)} The shop’s clock is that of {found.timeZone}.
          </p>
          <Figures overview={found} />
          <SalesSection overview={found} />
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <BestSellers overview={found} />
            <RunningOut overview={found} />
          </div>
        </div>
      )}
    </Loaded>
  );
}
