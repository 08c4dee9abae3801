'use client';

import { useQuery } from '@tanstack/react-query';
import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay, useMember } from '@/app/(merchant)/_shell/member';
import { Button } from '@/app/(merchant)/_ui/button';
import { Dialog } from '@/app/(merchant)/_ui/dialog';
import { Page } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { ReportForm, type ReportWish } from './report-form';
import { ReportTable } from './report-table';
import { Schedules } from './schedules';

/** Reports that were asked for, as they are built, and those that come by themselves. */
export function ReportsPage() {
  const mayAsk = useMay('reports:write');
  const { role } = useMember();
  const address = useAddress();
  const [isOpen, setIsOpen] = useState(false);
  const query = { ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}), limit: 25 };
  const reports = useQuery({
    queryKey: ['reports', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/reports', { params: { query }, signal })),
  });
  const request = useWrite({
    topics: ['reports', 'home'],
    done: 'The report is being built',
    write: (body: ReportWish) =>
      ask(
        api.POST('/api/admin/reports', {
          body,
        }),
      ),
    onDone: () => setIsOpen(false),
  });
  const again = ({ kind, format, from, to }: Schema<'Report'>) => request.run({ kind, format, from, to });
  return (
    <Page
      title="Reports"
      lead="The books as they are at the moment of asking. A report and its file are kept for 30 days."
      actions={
        mayAsk ? (
          <Button kind="act" onClick={() => setIsOpen(true)}>
            <FilePlus2 aria-hidden /> Ask for a report
          </Button>
        ) : null
      }
    >
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title="Ask for a report">
        <ReportForm role={role} request={request} />
      </Dialog>
      <Loaded query={reports} lines={8}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="No reports yet">
              {mayAsk ? 'Ask for one: it is built while you do something else.' : 'Nobody has asked for one.'}
            </Empty>
          ) : (
            <>
              <ReportTable reports={items} again={mayAsk ? again : undefined} />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
      <Schedules />
    </Page>
  );
}
