'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { Badge, type Tone } from '@/app/(merchant)/_ui/badge';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { FilterBar, SearchFilter, SelectFilter } from '@/app/(merchant)/_ui/filters';
import { ago, dateTime } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { MAIL_STATUSES, ORDER_MAILS, type OrderMailKind } from '@/lib/notifications/model';
import { MailDialog } from './mail-dialog';
import { Notices } from './notices';
import { useAbout } from './use-about';

type Mail = Schema<'Mail'>;

const TONES: Readonly<Record<Mail['status'], Tone>> = { queued: 'busy', sent: 'good', failed: 'bad' };
const words = (kind: string) => kind.replaceAll('-', ' ');
const KINDS = ORDER_MAILS.map((value) => ({ value, label: words(value) }));
const STATUSES = MAIL_STATUSES.map((value) => ({ value, label: value }));

/** What buyers were written, as they read it, and what each member of staff is told of. */
export function NotificationsPage() {
  const address = useAddress();
  const [shown, setShown] = useState<Mail | null>(null);
  const kind = ORDER_MAILS.find((one) => one === address.get('kind'));
  const status = MAIL_STATUSES.find((one) => one === address.get('status'));
  const about = useAbout(address.get('about'));
  const query = {
    ...(kind ? { kind: kind as OrderMailKind } : {}),
    ...(status ? { status } : {}),
    ...about.filter,
    ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}),
    limit: 50,
  };
  const mails = useQuery({
    queryKey: ['mails', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/mails', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    enabled: about.isKnown,
  });
  return (
    <Page
      title="Notifications"
      lead="The mails that orders had sent, as their readers got them, but for what opens the order."
    >
      <FilterBar names={['kind', 'status', 'about']}>
        <SearchFilter name="about" label="Mails about" placeholder="An order’s number, or who it went to" />
        <SelectFilter name="kind" label="Kind" options={KINDS} />
        <SelectFilter name="status" label="Status" options={STATUSES} />
      </FilterBar>
      {about.hint === '' ? null : (
        <p role="status" className="text-sm text-muted">
          {about.hint}
        </p>
      )}
      <Loaded query={mails} lines={10}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="No mails here">
              {Object.keys(query).length === 1
                ? 'The first one leaves when an order is paid.'
                : 'Nothing fits this. Clear the filters to see all mails.'}
            </Empty>
          ) : (
            <>
              <DataTable
                label="Mails"
                columns={columnsOf(setShown)}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ subject, kind }) => subject ?? words(kind)}
                isStale={mails.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
      <Notices />
      <MailDialog mail={shown} onClose={() => setShown(null)} />
    </Page>
  );
}

const columnsOf = (show: (mail: Mail) => void): readonly Column<Mail>[] => [
  {
    key: 'subject',
    head: 'Mail',
    cell: (mail) => (
      <>
        <button
          type="button"
          onClick={() => show(mail)}
          className="cursor-pointer text-left font-medium hover:underline"
        >
          {mail.subject ?? words(mail.kind)}
        </button>
        <span className="block text-xs text-muted">{words(mail.kind)}</span>
        {mail.error === null ? null : (
          <span className="block max-w-[60ch] truncate text-xs text-bad">{mail.error}</span>
        )}
      </>
    ),
  },
  {
    key: 'to',
    head: 'To',
    cell: ({ to }) => to ?? <span className="text-muted">erased</span>,
    isWideOnly: true,
  },
  { key: 'status', head: 'Status', cell: ({ status }) => <Badge tone={TONES[status]}>{status}</Badge> },
  {
    key: 'when',
    head: 'When',
    cell: ({ sentAt, createdAt }) => (
      <time
        dateTime={sentAt ?? createdAt}
        title={dateTime(sentAt ?? createdAt)}
        className="whitespace-nowrap"
      >
        {ago(sentAt ?? createdAt)}
      </time>
    ),
  },
  {
    key: 'order',
    head: 'Order',
    isWideOnly: true,
    cell: ({ orderId }) =>
      orderId === null ? null : (
        <Link href={`/dashboard/orders/${orderId}`} className="underline underline-offset-4">
          See it
        </Link>
      ),
  },
];
