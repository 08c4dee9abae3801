'use client';

import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { Dialog } from '@/app/(merchant)/_ui/dialog';
import { CheckField, SelectField, TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { countryOptions } from '../places';

type TaxRate = Schema<'TaxRate'>;
type Terms = Omit<TaxRate, 'id'>;

const PPM_OF_PERCENT = 10_000;

/** Millionths as percent, without the noise of fractions: 72500 is `7.25`. */
export const percentOf = (ratePpm: number): string => String(ratePpm / PPM_OF_PERCENT);

const NEW: Terms = {
  country: 'US',
  taxClass: 'standard',
  name: '',
  ratePpm: 0,
  included: false,
  appliesToShipping: false,
};

/** What is owed in one place for one class of products. */
export function TaxDialog({ rate, onClose }: { rate: TaxRate | null; onClose: () => void }) {
  const [terms, setTerms] = useState<Terms>(rate ?? NEW);
  const [percent, setPercent] = useState(rate === null ? '' : percentOf(rate.ratePpm));
  const change = (part: Partial<Terms>) => setTerms({ ...terms, ...part });
  const state = useWrite({
    write: (body: Terms) =>
      rate === null
        ? ask(api.POST('/api/admin/tax-rates', { body }))
        : ask(api.PATCH('/api/admin/tax-rates/{id}', { params: { path: { id: rate.id } }, body })),
    topics: ['settings', 'audit'],
    done: ({ name }) => `${name} is saved.`,
    onDone: onClose,
  });
  const save = () => {
    const { country, region = '', taxClass, name, included, appliesToShipping } = terms;
    const typed = percent.trim().replace(',', '.');
    const ratePpm = typed === '' ? Number.NaN : Math.round(Number(typed) * PPM_OF_PERCENT);
    state.run({ country, region, taxClass, name, included, appliesToShipping, ratePpm });
  };
  return (
    <Dialog isOpen onClose={onClose} title={rate === null ? 'A new tax rate' : 'Tax rate'}>
      <Form
        label="Tax rate"
        state={state}
        onSubmit={save}
        verb={rate === null ? 'Add the rate' : 'Save the rate'}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            id="tax-country"
            label="Country"
            value={terms.country}
            fault={state.faultAt('country')}
            onChange={(event) => change({ country: event.target.value })}
          >
            {countryOptions()}
          </SelectField>
          <TextField
            id="tax-region"
            label="Region"
            placeholder="The whole country"
            maxLength={100}
            value={terms.region ?? ''}
            fault={state.faultAt('region')}
            hint="As buyers give it: CA. Takes the place of the country’s."
            onChange={(event) => change({ region: event.target.value })}
          />
          <TextField
            id="tax-name"
            label="Name"
            maxLength={100}
            value={terms.name}
            fault={state.faultAt('name')}
            hint="What buyers read: VAT."
            onChange={(event) => change({ name: event.target.value })}
          />
          <TextField
            id="tax-percent"
            label="Percent"
            inputMode="decimal"
            value={percent}
            fault={state.faultAt('ratePpm') ? 'Must be 0 to 100, as 7.25.' : undefined}
            onChange={(event) => setPercent(event.target.value)}
          />
          <SelectField
            id="tax-class"
            label="Products"
            value={terms.taxClass}
            onChange={(event) => change({ taxClass: event.target.value as Terms['taxClass'] })}
          >
            <option value="standard">standard</option>
            <option value="exempt">exempt</option>
          </SelectField>
        </div>
        <div className="grid">
          <CheckField
            id="tax-included"
            label="It is inside the prices"
            hint="Else it comes on top of them."
            checked={terms.included}
            onChange={(event) => change({ included: event.target.checked })}
          />
          <CheckField
            id="tax-shipping"
            label="Shipping is taxed as well"
            checked={terms.appliesToShipping}
            onChange={(event) => change({ appliesToShipping: event.target.checked })}
          />
        </div>
      </Form>
    </Dialog>
  );
}
