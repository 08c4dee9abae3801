'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { placeName } from '../places';
import { SettingsPage } from '../settings-page';
import { percentOf, TaxDialog } from './tax-dialog';

type TaxRate = Schema<'TaxRate'>;

/** What is owed where. */
export function TaxSettings() {
  const mayWrite = useMay('settings:write');
  const address = useAddress();
  const [edited, setEdited] = useState<TaxRate | 'new' | null>(null);
  const query = { limit: 100, ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}) };
  const rates = useQuery({
    queryKey: ['settings', 'taxes', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/tax-rates', { params: { query }, signal })),
  });
  const add = mayWrite ? (
    <Button kind="act" onClick={() => setEdited('new')}>
      Add a rate
    </Button>
  ) : null;
  const columns: readonly Column<TaxRate>[] = [
    { key: 'place', head: 'Place', cell: placeName },
    { key: 'name', head: 'Name', cell: ({ name }) => name },
    { key: 'class', head: 'Products', cell: ({ taxClass }) => taxClass, isWideOnly: true },
    {
      key: 'how',
      head: 'How',
      isWideOnly: true,
      cell: ({ included, appliesToShipping }) =>
        `${included ? 'inside the prices' : 'on top'}${appliesToShipping ? ', also on shipping' : ''}`,
    },
    { key: 'rate', head: 'Rate', cell: ({ ratePpm }) => `${percentOf(ratePpm)} %`, isFigure: true },
    {
      key: 'acts',
      head: <span className="sr-only">Change</span>,
      isFigure: true,
      cell: (rate) =>
        mayWrite ? (
          <span className="inline-flex gap-1">
            <Button kind="quiet" onClick={() => setEdited(rate)}>
              Edit<span className="sr-only"> {nameOf(rate)}</span>
            </Button>
            <RemoveRate rate={rate} />
          </span>
        ) : null,
    },
  ];
  return (
    <SettingsPage path="/dashboard/settings/taxes" actions={add}>
      <Loaded query={rates} lines={8}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="No tax anywhere yet" action={add}>
              Orders are placed without tax until there is a rate for where they go.
            </Empty>
          ) : (
            <>
              <DataTable
                label="Tax rates"
                columns={columns}
                rows={items}
                idOf={({ id }) => id}
                nameOf={nameOf}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
      {edited === null ? null : (
        <TaxDialog rate={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </SettingsPage>
  );
}

const nameOf = (rate: TaxRate) => `${rate.name} of ${placeName(rate)}`;

function RemoveRate({ rate }: { rate: TaxRate }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  async function remove() {
    await ask(api.DELETE('/api/admin/tax-rates/{id}', { params: { path: { id: rate.id } } }));
    await queries.invalidateQueries({ queryKey: ['settings'] });
    const { id: _, ...terms } = rate;
    toasts.done(`${nameOf(rate)} is removed.`, {
      onUndo: () =>
        void ask(api.POST('/api/admin/tax-rates', { body: terms }))
          .then(() => queries.invalidateQueries({ queryKey: ['settings'] }))
          .catch(toasts.failed),
    });
  }
  return (
    <Confirm
      kind="quiet"
      label="Remove"
      title={`Remove ${nameOf(rate)}?`}
      verb="Remove the rate"
      onConfirm={remove}
    >
      <p>New orders go there without it. Those that were placed keep what they paid.</p>
    </Confirm>
  );
}
