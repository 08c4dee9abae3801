'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { Link } from '@/app/(merchant)/_ui/link';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { SettingsPage } from '../settings-page';
import { WebhookDialog } from './webhook-dialog';
import { WebhookState } from './webhook-state';

type Webhook = Schema<'Webhook'>;

const hrefOf = ({ id }: Webhook) => `/dashboard/settings/webhooks/${id}`;

const COLUMNS: readonly Column<Webhook>[] = [
  {
    key: 'url',
    head: 'Address',
    cell: (webhook) => (
      <Link href={hrefOf(webhook)} tabIndex={-1} className="font-medium break-all hover:underline">
        {webhook.url}
      </Link>
    ),
  },
  {
    key: 'events',
    head: 'Events',
    isWideOnly: true,
    cell: ({ events }) => (events.length === 1 ? events[0] : `${events.length} events`),
  },
  { key: 'state', head: 'State', cell: (webhook) => <WebhookState webhook={webhook} /> },
];

/** Which programs are told of what happens. */
export function WebhookList() {
  const mayWrite = useMay('webhooks:write');
  const address = useAddress();
  const [isAdding, setIsAdding] = useState(false);
  const query = { limit: 50, ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}) };
  const webhooks = useQuery({
    queryKey: ['webhooks', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/webhooks', { params: { query }, signal })),
  });
  const add = mayWrite ? (
    <Button kind="act" onClick={() => setIsAdding(true)}>
      Add a webhook
    </Button>
  ) : null;
  return (
    <SettingsPage
      path="/dashboard/settings/webhooks"
      actions={webhooks.data && webhooks.data.items.length === 0 ? null : add}
    >
      <Loaded query={webhooks} lines={5}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="Nobody is told yet" action={add}>
              A webhook is an address of yours that is sent a signed message for each event, as Standard
              Webhooks describes it.
            </Empty>
          ) : (
            <>
              <DataTable
                label="Webhooks"
                columns={COLUMNS}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ url }) => url}
                hrefOf={hrefOf}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
      {isAdding ? <WebhookDialog webhook={null} onClose={() => setIsAdding(false)} /> : null}
    </SettingsPage>
  );
}
