'use client';

import { useState } from 'react';
import type { Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { CheckField, SelectField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { Section } from '@/app/(merchant)/_ui/page';
import { useSaveSettings } from './use-save-settings';

const names = new Intl.DisplayNames('en', { type: 'currency' });
const label = (code: string) => `${code}, ${names.of(code) ?? code}`;
const COMMON = ['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF', 'JPY', 'SEK', 'NOK', 'DKK', 'PLN', 'NZD'];
const ALL = Intl.supportedValuesOf('currency');

/** What the shop counts in, and what it sells in besides. */
export function CurrencySettings({ shop }: { shop: Schema<'Settings'> }) {
  const mayWrite = useMay('settings:write');
  const [own, setOwn] = useState<string>();
  const [sold, setSold] = useState<readonly string[]>();
  const state = useSaveSettings('The currencies are changed.');
  const currency = own ?? shop.currency;
  const chosen = sold ?? shop.currencies;
  const offered = [...new Set([...shop.currencies, ...chosen, ...COMMON])];
  return (
    <Section
      title="Currencies"
      lead="Each price is set in each currency by you: nothing is converted. The shop’s own currency stays once anything has a price in it."
    >
      <Form
        label="Currencies"
        state={state}
        onSubmit={() =>
          state.run({
            ...(own === undefined ? {} : { currency: own }),
            ...(sold === undefined ? {} : { currencies: [...sold] }),
          })
        }
        verb="Save the currencies"
        isReadOnly={!mayWrite}
      >
        <SelectField
          id="own-currency"
          label="The shop’s own"
          value={currency}
          fault={state.faultAt('currency')}
          onChange={(event) => setOwn(event.target.value)}
        >
          {ALL.map((code) => (
            <option key={code} value={code}>
              {label(code)}
            </option>
          ))}
        </SelectField>
        <fieldset className="grid gap-1">
          <legend className="pb-1 text-sm font-medium">Sold in besides</legend>
          <div className="grid gap-x-4 sm:grid-cols-2 md:grid-cols-3">
            {offered
              .filter((code) => code !== currency)
              .map((code) => (
                <CheckField
                  key={code}
                  id={`currency-${code}`}
                  label={label(code)}
                  checked={chosen.includes(code)}
                  onChange={() =>
                    setSold(
                      chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code],
                    )
                  }
                />
              ))}
          </div>
          {state.faultBelow('currencies') ? (
            <p className="text-sm text-bad">{state.faultBelow('currencies')}</p>
          ) : null}
        </fieldset>
      </Form>
    </Section>
  );
}
