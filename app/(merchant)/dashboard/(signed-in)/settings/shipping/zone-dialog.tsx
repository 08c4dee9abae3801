'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { Button, IconButton } from '@/app/(merchant)/_ui/button';
import { Dialog } from '@/app/(merchant)/_ui/dialog';
import { SelectField, TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { countryOptions } from '../places';
import { RateFields } from './rate-fields';
import { type DraftFault, draftOf, newRate, nextKey, readDraft, type ZoneDraft } from './zone-draft';

type Zone = Schema<'ShippingZone'>;

/** A zone: its name, its places, its rates. */
export function ZoneDialog({ zone, onClose }: { zone: Zone | null; onClose: () => void }) {
  const settings = useQuery({
    queryKey: ['settings', 'shop'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/settings', { signal })),
  });
  return (
    <Dialog isOpen onClose={onClose} size="wide" title={zone === null ? 'A new zone' : zone.name}>
      {settings.data === undefined ? null : (
        <ZoneForm zone={zone} currencies={settings.data.currencies} onClose={onClose} />
      )}
    </Dialog>
  );
}

function ZoneForm({
  zone,
  currencies,
  onClose,
}: {
  zone: Zone | null;
  currencies: readonly string[];
  onClose: () => void;
}) {
  const own = currencies[0] ?? 'USD';
  const [draft, setDraft] = useState<ZoneDraft>(() => draftOf(zone, own));
  const [faults, setFaults] = useState<readonly DraftFault[]>([]);
  const state = useWrite({
    write: (body: ReturnType<typeof readDraft>['body']) =>
      zone === null
        ? ask(api.POST('/api/admin/shipping-zones', { body }))
        : ask(api.PATCH('/api/admin/shipping-zones/{id}', { params: { path: { id: zone.id } }, body })),
    topics: ['settings', 'audit'],
    done: ({ name }) => `${name} is saved.`,
    onDone: onClose,
  });
  const faultAt = (path: string) =>
    faults.find((fault) => fault.path === path)?.message ?? state.faultBelow(path);
  const change = (part: Partial<ZoneDraft>) => setDraft({ ...draft, ...part });

  function save() {
    const read = readDraft(draft);
    setFaults(read.faults);
    if (read.faults.length === 0) state.run(read.body);
  }

  return (
    <Form
      label="Shipping zone"
      state={{ ...state, hasFaults: state.hasFaults || faults.length > 0 }}
      onSubmit={save}
      verb={zone === null ? 'Add the zone' : 'Save the zone'}
    >
      <TextField
        id="zone-name"
        label="Name"
        value={draft.name}
        maxLength={100}
        fault={faultAt('name')}
        hint="For you: buyers see the rates."
        onChange={(event) => change({ name: event.target.value })}
      />
      <fieldset className="grid gap-2">
        <legend className="pb-1 text-sm font-medium">Places</legend>
        {draft.countries.map((place, at) => (
          <div key={place.key} className="grid grid-cols-[1fr_1fr_auto] items-start gap-2">
            <SelectField
              id={`place-${place.key}`}
              label={`Country ${at + 1}`}
              isLabelHidden
              value={place.country}
              fault={faultAt(`countries/${at}`)}
              onChange={(event) =>
                change({
                  countries: replaceAt(draft.countries, at, { ...place, country: event.target.value }),
                })
              }
            >
              {countryOptions({ withRest: true })}
            </SelectField>
            <TextField
              id={`region-${place.key}`}
              label={`Region of country ${at + 1}`}
              isLabelHidden
              placeholder="Whole country, or a region: CA"
              maxLength={100}
              disabled={place.country === '*'}
              value={place.country === '*' ? '' : place.region}
              onChange={(event) =>
                change({
                  countries: replaceAt(draft.countries, at, { ...place, region: event.target.value }),
                })
              }
            />
            <IconButton
              label={`Take out country ${at + 1}`}
              onClick={() => change({ countries: draft.countries.filter((other) => other !== place) })}
            >
              <X aria-hidden />
            </IconButton>
          </div>
        ))}
        <Button
          className="justify-self-start"
          onClick={() =>
            change({ countries: [...draft.countries, { key: nextKey(), country: 'US', region: '' }] })
          }
        >
          <Plus aria-hidden /> Add a place
        </Button>
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="pb-1 text-sm font-medium">Rates</legend>
        {draft.rates.map((rate, at) => (
          <RateFields
            key={rate.key}
            rate={rate}
            at={at}
            currencies={currencies}
            faultAt={faultAt}
            onChange={(changed) => change({ rates: replaceAt(draft.rates, at, changed) })}
            onRemove={() => change({ rates: draft.rates.filter((other) => other !== rate) })}
          />
        ))}
        <Button
          className="justify-self-start"
          onClick={() => change({ rates: [...draft.rates, newRate(own)] })}
        >
          <Plus aria-hidden /> Add a rate
        </Button>
      </fieldset>
    </Form>
  );
}

const replaceAt = <T,>(list: readonly T[], at: number, item: T): T[] =>
  list.map((old, index) => (index === at ? item : old));
