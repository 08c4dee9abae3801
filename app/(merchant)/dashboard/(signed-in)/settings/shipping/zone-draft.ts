import type { Schema } from '@/app/(merchant)/_api/client';
import { formatDecimal, parseDecimalToMinor } from '@/lib/kernel/money';

type Zone = Schema<'ShippingZone'>;

/** A rate as it is typed. */
export type RateDraft = {
  readonly key: number;
  readonly code: string;
  readonly title: string;
  readonly currency: string;
  readonly price: string;
  readonly minSubtotal: string;
  readonly maxKilograms: string;
};

export type PlaceDraft = { readonly key: number; readonly country: string; readonly region: string };

export type ZoneDraft = {
  readonly name: string;
  readonly countries: readonly PlaceDraft[];
  readonly rates: readonly RateDraft[];
};

export type DraftFault = { readonly path: string; readonly message: string };

let keys = 0;
export const nextKey = (): number => {
  keys += 1;
  return keys;
};

export const newRate = (currency: string): RateDraft => ({
  key: nextKey(),
  code: '',
  title: '',
  currency,
  price: '',
  minSubtotal: '',
  maxKilograms: '',
});

export function draftOf(zone: Zone | null, currency: string): ZoneDraft {
  if (zone === null) {
    return {
      name: '',
      countries: [{ key: nextKey(), country: 'US', region: '' }],
      rates: [newRate(currency)],
    };
  }
  return {
    name: zone.name,
    countries: zone.countries.map(({ country, region = '' }) => ({ key: nextKey(), country, region })),
    rates: zone.rates.map(({ code, title, price, minSubtotal, maxWeightGrams }) => ({
      key: nextKey(),
      code,
      title,
      currency: price.currency,
      price: formatDecimal(price),
      minSubtotal: minSubtotal ? formatDecimal(minSubtotal) : '',
      maxKilograms: maxWeightGrams ? String(maxWeightGrams / 1_000) : '',
    })),
  };
}

/** What is sent, or what cannot be read of what was typed: by the paths that the API uses. */
export function readDraft({ name, countries, rates }: ZoneDraft) {
  const faults: DraftFault[] = [];
  const amountOf = (text: string, currency: string, path: string) => {
    const parsed = parseDecimalToMinor(text, currency);
    if (parsed.ok && parsed.value >= 0) return { amount: parsed.value, currency };
    faults.push({ path, message: `Must be an amount in ${currency}, as 4.90.` });
    return { amount: 0, currency };
  };
  const body = {
    name,
    countries: countries.map(({ country, region }) => ({ country, ...(region.trim() ? { region } : {}) })),
    rates: rates.map(({ code, title, currency, price, minSubtotal, maxKilograms }, at) => ({
      code: code.trim() || codeOf(title),
      title,
      price: amountOf(price.trim() || '0', currency, `rates/${at}/price`),
      ...(minSubtotal.trim() === ''
        ? {}
        : { minSubtotal: amountOf(minSubtotal, currency, `rates/${at}/minSubtotal`) }),
      ...(maxKilograms.trim() === '' ? {} : { maxWeightGrams: Math.round(Number(maxKilograms) * 1_000) }),
    })),
  };
  return { body, faults };
}

/** A code for whoever gave none: `Express, signed` is `express-signed`. */
const codeOf = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
