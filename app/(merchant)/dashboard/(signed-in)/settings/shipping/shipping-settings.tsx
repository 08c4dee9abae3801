'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { DataTable } from '@/app/(merchant)/_ui/data-table';
import { money } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { placeName } from '../places';
import { SettingsPage } from '../settings-page';
import { ZoneDialog } from './zone-dialog';

type Zone = Schema<'ShippingZone'>;
type Rate = Zone['rates'][number];

/** A shop has a handful of zones. */
const ALL = { limit: 100 };

/** Where the shop ships to: a zone is some places and the ways to ship there. */
export function ShippingSettings() {
  const mayWrite = useMay('settings:write');
  const [edited, setEdited] = useState<Zone | 'new' | null>(null);
  const zones = useQuery({
    queryKey: ['settings', 'zones'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/shipping-zones', { params: { query: ALL }, signal })),
  });
  const add = mayWrite ? (
    <Button kind="act" onClick={() => setEdited('new')}>
      Add a zone
    </Button>
  ) : null;
  return (
    <SettingsPage path="/dashboard/settings/shipping" actions={add}>
      <Loaded query={zones} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="You ship nowhere yet" action={add}>
              Checkout takes no address before there is a zone that holds it.
            </Empty>
          ) : (
            items.map((zone) => (
              <ZoneSection key={zone.id} zone={zone} mayWrite={mayWrite} onEdit={() => setEdited(zone)} />
            ))
          )
        }
      </Loaded>
      {edited === null ? null : (
        <ZoneDialog zone={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </SettingsPage>
  );
}

function ZoneSection({ zone, mayWrite, onEdit }: { zone: Zone; mayWrite: boolean; onEdit: () => void }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  async function remove() {
    await ask(api.DELETE('/api/admin/shipping-zones/{id}', { params: { path: { id: zone.id } } }));
    await queries.invalidateQueries({ queryKey: ['settings'] });
    toasts.done(`${zone.name} is removed.`);
  }
  return (
    <Section
      title={zone.name}
      lead={placesOf(zone)}
      actions={
        mayWrite ? (
          <>
            <Button onClick={onEdit}>
              Edit<span className="sr-only"> {zone.name}</span>
            </Button>
            <Confirm label="Remove" title={`Remove ${zone.name}?`} verb="Remove the zone" onConfirm={remove}>
              <p>
                Nobody in its places can order any more, unless the rest of the world is a zone of yours.
                Orders that were placed keep what they paid.
              </p>
            </Confirm>
          </>
        ) : null
      }
    >
      {zone.rates.length === 0 ? (
        <p className="text-sm text-muted">No rates yet: there is no way to ship there.</p>
      ) : (
        <DataTable<Rate>
          label={`Rates of ${zone.name}`}
          rows={zone.rates}
          // One code may stand there several times: from another subtotal on it costs less.
          idOf={(rate) => JSON.stringify(rate)}
          nameOf={({ title }) => title}
          columns={[
            { key: 'title', head: 'Rate', cell: ({ title }) => title },
            { key: 'code', head: 'Code', cell: ({ code }) => code, isWideOnly: true },
            { key: 'when', head: 'Offered', cell: conditionOf },
            { key: 'price', head: 'Price', cell: ({ price }) => money(price), isFigure: true },
          ]}
        />
      )}
    </Section>
  );
}

/** The places of a zone, unless its name says it already. */
function placesOf({ name, countries }: Zone): string | null {
  if (countries.length === 0) return 'No places yet: nobody is shipped to by it.';
  const places = countries.map(placeName).join(' · ');
  return places === name ? null : places;
}

function conditionOf({ minSubtotal, maxWeightGrams }: Rate): string {
  const parts = [
    minSubtotal ? `from ${money(minSubtotal)}` : '',
    maxWeightGrams ? `up to ${maxWeightGrams / 1_000} kg` : '',
  ].filter((part) => part !== '');
  return parts.join(', ') || 'always';
}
