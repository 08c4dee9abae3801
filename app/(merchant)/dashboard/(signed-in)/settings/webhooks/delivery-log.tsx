'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Badge, type Tone } from '@/app/(merchant)/_ui/badge';
import { Button } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { dateTime } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { DeliveryDialog } from './delivery-dialog';

type Delivery = Schema<'WebhookDelivery'>;

const TONES: Readonly<Record<Delivery['status'], Tone>> = {
  pending: 'busy',
  delivered: 'good',
  failed: 'bad',
};
/** While something is being tried, its log is looked at as often as a try may change it. */
const LOOK_MS = 3_000;

/** What came of the last try, in a word. */
export function attemptWords({ status, error }: Delivery['attempts'][number]): string {
  return status === null ? (error ?? 'no answer') : `answered ${status}`;
}

/** Everything that was sent to an address, newest first, with every try. */
export function DeliveryLog({ endpoint, isEnabled }: { endpoint: string; isEnabled: boolean }) {
  const mayWrite = useMay('webhooks:write');
  const address = useAddress();
  const [opened, setOpened] = useState<string>();
  const query = { limit: 30, ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}) };
  const deliveries = useQuery({
    queryKey: ['webhooks', endpoint, 'deliveries', query],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/admin/webhooks/{id}/deliveries', { params: { path: { id: endpoint }, query }, signal }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => status === 'pending') ? LOOK_MS : false,
  });
  const replay = useWrite({
    write: (id: string) =>
      ask(api.POST('/api/admin/webhooks/deliveries/{id}/replay', { params: { path: { id } } })),
    topics: ['webhooks', 'audit'],
    done: 'It is sent again, under the same webhook-id.',
  });
  const columns: readonly Column<Delivery>[] = [
    {
      key: 'type',
      head: 'Event',
      cell: ({ id, type }) => (
        <button
          type="button"
          className="text-left font-medium break-all hover:underline"
          onClick={() => setOpened(id)}
        >
          {type}
        </button>
      ),
    },
    { key: 'at', head: 'Sent', cell: ({ createdAt }) => dateTime(createdAt), isWideOnly: true },
    {
      key: 'status',
      head: 'Status',
      cell: ({ status, attempts }) => (
        <Badge tone={TONES[status]}>
          {status === 'pending' && attempts.length > 0 ? 'being retried' : status}
        </Badge>
      ),
    },
    {
      key: 'tries',
      head: 'Tries',
      cell: ({ attempts }) => attempts.length,
      isFigure: true,
      isWideOnly: true,
    },
    {
      key: 'last',
      head: 'Last try',
      isWideOnly: true,
      cell: ({ attempts: [last] }) => (last === undefined ? 'waits for its first' : attemptWords(last)),
    },
    {
      key: 'acts',
      head: <span className="sr-only">Send again</span>,
      isFigure: true,
      cell: ({ id, status, type }) =>
        mayWrite && isEnabled && status !== 'pending' ? (
          <Button kind="quiet" isBusy={replay.isBusy} onClick={() => replay.run(id)}>
            Send again<span className="sr-only">: {type}</span>
          </Button>
        ) : null,
    },
  ];
  return (
    <Section
      title="Deliveries"
      lead="What is not taken is tried eight times in some 28 hours. The log is kept for 30 days."
    >
      <p role="alert" className="text-sm text-bad empty:hidden">
        {replay.fault}
      </p>
      <Loaded query={deliveries} lines={6}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="Nothing was sent yet">Send a test event to see whether your program hears.</Empty>
          ) : (
            <>
              <DataTable
                label="Deliveries"
                columns={columns}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ type }) => type}
                isStale={deliveries.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
              <DeliveryDialog
                delivery={items.find(({ id }) => id === opened)}
                onClose={() => setOpened(undefined)}
              />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
