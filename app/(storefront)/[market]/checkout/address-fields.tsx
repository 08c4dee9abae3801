'use client';

import { useMemo } from 'react';
import { useText } from '@/app/components/text/text-provider';
import { SelectField, TextField } from '@/app/components/ui/field';
import { COUNTRY_CODES } from '@/lib/kernel/countries';
import type { Draft, FieldName } from './draft';
import type { Faults } from './faults';
import { regionsOf } from './regions';

type Props = {
  draft: Draft;
  faults: Faults;
  onChange: (name: FieldName, value: string) => void;
  onLeave: (name: FieldName) => void;
};

/** What every field shares: name, value and fault by the field's name. */
function bind({ draft, faults, onChange, onLeave }: Props, name: FieldName) {
  return {
    id: name,
    name,
    value: draft[name],
    fault: faults[name],
    onChange: (event: { currentTarget: { value: string } }) => onChange(name, event.currentTarget.value),
    onBlur: () => onLeave(name),
  };
}

export function ContactFields(props: Props) {
  const { t } = useText();
  return (
    <fieldset className="grid gap-4">
      <legend className="display mb-4 text-title">{t('checkout.contact')}</legend>
      <TextField
        {...bind(props, 'email')}
        type="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        label={t('checkout.email')}
        hint={t('checkout.emailHint')}
        autoComplete="email"
        maxLength={254}
        required
      />
    </fieldset>
  );
}

export function AddressFields(props: Props) {
  const { market, t } = useText();
  const { country } = props.draft;
  const regions = regionsOf(country);
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames(market.locale, { type: 'region' });
    return COUNTRY_CODES.map((code) => ({ code, name: names.of(code) ?? code })).toSorted((one, other) =>
      one.name.localeCompare(other.name, market.locale),
    );
  }, [market.locale]);
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="display mb-4 text-title">{t('checkout.delivery')}</legend>
      <div className="sm:col-span-2">
        <SelectField
          {...bind(props, 'country')}
          label={t('checkout.country')}
          autoComplete="shipping country"
          required
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="sm:col-span-2">
        <TextField
          {...bind(props, 'name')}
          label={t('checkout.name')}
          autoComplete="shipping name"
          maxLength={200}
          required
        />
      </div>
      <div className="sm:col-span-2">
        <TextField
          {...bind(props, 'line1')}
          label={t('checkout.line1')}
          autoComplete="shipping address-line1"
          maxLength={200}
          required
        />
      </div>
      <div className="sm:col-span-2">
        <TextField
          {...bind(props, 'line2')}
          label={t('checkout.line2')}
          optional={t('common.optional')}
          autoComplete="shipping address-line2"
          maxLength={200}
        />
      </div>
      <TextField
        {...bind(props, 'city')}
        label={t('checkout.city')}
        autoComplete="shipping address-level2"
        maxLength={100}
        required
      />
      {regions.length > 0 ? (
        <SelectField
          {...bind(props, 'region')}
          label={t('checkout.region')}
          autoComplete="shipping address-level1"
          required
        >
          <option value="">{t('checkout.choose')}</option>
          {regions.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : (
        <TextField
          {...bind(props, 'region')}
          label={t('checkout.region')}
          optional={t('common.optional')}
          autoComplete="shipping address-level1"
          maxLength={100}
        />
      )}
      <TextField
        {...bind(props, 'postalCode')}
        label={t('checkout.postalCode')}
        autoCapitalize="characters"
        spellCheck={false}
        autoComplete="shipping postal-code"
        maxLength={20}
        required
      />
    </fieldset>
  );
}
