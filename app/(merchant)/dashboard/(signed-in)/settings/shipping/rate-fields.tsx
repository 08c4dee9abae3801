'use client';

import { X } from 'lucide-react';
import { IconButton } from '@/app/(merchant)/_ui/button';
import { SelectField, TextField } from '@/app/(merchant)/_ui/field';
import type { RateDraft } from './zone-draft';

/** One way to ship: what buyers read, what it costs, and when it is offered. */
export function RateFields({
  rate,
  at,
  currencies,
  faultAt,
  onChange,
  onRemove,
}: {
  rate: RateDraft;
  at: number;
  currencies: readonly string[];
  faultAt: (path: string) => string | undefined;
  onChange: (rate: RateDraft) => void;
  onRemove: () => void;
}) {
  const field = (name: Exclude<keyof RateDraft, 'key'>, path: string) => ({
    id: `rate-${rate.key}-${name}`,
    value: rate[name],
    fault: faultAt(`rates/${at}/${path}`),
    onChange: (event: { target: { value: string } }) => onChange({ ...rate, [name]: event.target.value }),
  });
  return (
    <fieldset className="relative grid gap-3 rounded-sm border border-line p-3 pr-12 sm:grid-cols-6">
      <legend className="sr-only">Rate {at + 1}</legend>
      <div className="sm:col-span-4">
        <TextField {...field('title', 'title')} label="What buyers read" maxLength={200} />
      </div>
      <div className="sm:col-span-2">
        <TextField {...field('code', 'code')} label="Code" maxLength={64} placeholder="from the title" />
      </div>
      <div className="sm:col-span-1">
        <SelectField {...field('currency', 'price/currency')} label="Currency">
          {currencies.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </SelectField>
      </div>
      <div className="sm:col-span-1">
        <TextField {...field('price', 'price')} label="Price" inputMode="decimal" placeholder="0.00" />
      </div>
      <div className="sm:col-span-2">
        <TextField
          {...field('minSubtotal', 'minSubtotal')}
          label="From a subtotal of"
          inputMode="decimal"
          placeholder="any"
        />
      </div>
      <div className="sm:col-span-2">
        <TextField
          {...field('maxKilograms', 'maxWeightGrams')}
          label="Up to kilograms"
          inputMode="decimal"
          placeholder="any weight"
        />
      </div>
      <IconButton label={`Take out rate ${at + 1}`} className="absolute! top-2 right-2" onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </fieldset>
  );
}
