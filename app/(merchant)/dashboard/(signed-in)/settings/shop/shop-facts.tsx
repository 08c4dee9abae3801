'use client';

import { useState } from 'react';
import type { Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { SelectField, TextArea, TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { Section } from '@/app/(merchant)/_ui/page';
import { countryOptions } from '../places';
import { useSaveSettings } from './use-save-settings';

const ZONES = Intl.supportedValuesOf('timeZone');

/** Name, address, time and mail. What was typed stays while others change the same. */
export function ShopFacts({ shop }: { shop: Schema<'Settings'> }) {
  const mayWrite = useMay('settings:write');
  const { name, address, country, timeZone, taxDisplay, mailSender, lowStockThreshold } = shop;
  const kept = { name, address, country, timeZone, taxDisplay, mailSender };
  const [typed, setTyped] = useState<Partial<typeof kept>>({});
  const [threshold, setThreshold] = useState<string>();
  const state = useSaveSettings('The shop is changed. Its pages follow within two seconds.');
  const shown = { ...kept, ...typed };
  const zones = ZONES.includes(shown.timeZone) ? ZONES : [shown.timeZone, ...ZONES];
  const field = (field: keyof typeof kept) => ({
    id: `shop-${field}`,
    value: shown[field],
    fault: state.faultAt(field),
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [field]: event.target.value }),
  });
  const save = () =>
    state.run({
      ...typed,
      ...(threshold === undefined ? {} : { lowStockThreshold: Number(threshold || Number.NaN) }),
    });
  return (
    <Section title="The shop">
      <Form label="The shop" state={state} onSubmit={save} verb="Save the shop" isReadOnly={!mayWrite}>
        <div className="grid gap-4 md:grid-cols-2">
          <TextField {...field('name')} label="Name" maxLength={100} />
          <TextField
            {...field('mailSender')}
            label="Mails come from"
            maxLength={254}
            hint="An address, or a name and one: Harbour Press <hello@example.com>"
          />
          <TextArea
            {...field('address')}
            label="Address"
            rows={3}
            maxLength={500}
            hint="As it stands on papers."
          />
          <SelectField {...field('country')} label="Country">
            {countryOptions()}
          </SelectField>
          <SelectField {...field('timeZone')} label="Time zone" hint="What a day is in reports.">
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </SelectField>
          <SelectField {...field('taxDisplay')} label="Prices are shown">
            <option value="included">with tax</option>
            <option value="excluded">without tax</option>
          </SelectField>
          <TextField
            id="shop-threshold"
            label="Low stock from"
            inputMode="numeric"
            value={threshold ?? String(lowStockThreshold)}
            fault={state.faultAt('lowStockThreshold')}
            hint="At how many units left you are told."
            onChange={(event) => setThreshold(event.target.value.replaceAll(/\D/g, ''))}
          />
        </div>
      </Form>
    </Section>
  );
}
