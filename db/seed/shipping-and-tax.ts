import { inCurrency, type ListCurrency, listCurrencies } from './price-list';

export type DemoShippingRate = {
  code: 'standard' | 'express';
  title: string;
  currency: ListCurrency;
  priceMinor: number;
  /** The rate is offered from this subtotal on. */
  minSubtotalMinor?: number;
  /** The rate is offered up to this weight. */
  maxWeightGrams?: number;
};

/** `countries`: ISO 3166 alpha-2, or '*' for the rest of the world. */
export type DemoShippingZone = {
  name: string;
  countries: readonly string[];
  rates: readonly DemoShippingRate[];
};

/** `ratePpm`: millionths, 7.25 % is 72500. `included`: the tax is inside the price. `region`: ISO 3166-2 without the country. */
export type DemoTaxRate = {
  country: string;
  region?: string;
  name: string;
  ratePpm: number;
  included: boolean;
  appliesToShipping: boolean;
};

const europeanUnion = [
  'AT',
  'BE',
  'BG',
  'HR',
  'CY',
  'CZ',
  'DK',
  'EE',
  'FI',
  'FR',
  'DE',
  'GR',
  'HU',
  'IE',
  'IT',
  'LV',
  'LT',
  'LU',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SK',
  'SI',
  'ES',
  'SE',
] as const;

const usd = (code: 'standard' | 'express', title: string, priceMinor: number) =>
  ({ code, title, currency: 'USD', priceMinor }) as const;

/** In dollars; express takes tubes and all but the largest frame. */
const zonesInDollars: readonly DemoShippingZone[] = [
  {
    name: 'United States',
    countries: ['US'],
    rates: [
      usd('standard', 'Standard, 4 to 7 days', 700),
      { ...usd('standard', 'Standard, free over $150', 0), minSubtotalMinor: 15000 },
      { ...usd('express', 'Express, 2 days', 2400), maxWeightGrams: 5000 },
    ],
  },
  {
    name: 'Canada',
    countries: ['CA'],
    rates: [
      usd('standard', 'Standard, 6 to 10 days', 1400),
      { ...usd('express', 'Express, 3 days', 3600), maxWeightGrams: 5000 },
    ],
  },
  {
    name: 'European Union and United Kingdom',
    countries: [...europeanUnion, 'GB'],
    rates: [
      usd('standard', 'Standard, 7 to 12 days', 1900),
      { ...usd('standard', 'Standard, free over $250', 0), minSubtotalMinor: 25000 },
      { ...usd('express', 'Express, 3 to 4 days', 4200), maxWeightGrams: 5000 },
    ],
  },
  {
    name: 'Rest of the world',
    countries: ['*'],
    rates: [
      usd('standard', 'Standard, 10 to 21 days', 2800),
      { ...usd('express', 'Express, 5 days', 5800), maxWeightGrams: 5000 },
    ],
  },
];

/** Thresholds are round numbers in every currency. */
const threshold = (dollarsMinor: number, currency: ListCurrency): number =>
  Math.round(inCurrency(dollarsMinor, currency) / 1_000) * 1_000;

/** Where the demo house ships, and for how much in each currency. A title that names a sum names the currency's own. */
export const demoShippingZones: readonly DemoShippingZone[] = zonesInDollars.map((zone) => ({
  ...zone,
  rates: listCurrencies.flatMap((currency) => zone.rates.map((rate) => inThat(rate, currency))),
}));

function inThat(
  { minSubtotalMinor: from, ...rate }: DemoShippingRate,
  currency: ListCurrency,
): DemoShippingRate {
  const priced = { ...rate, currency, priceMinor: inCurrency(rate.priceMinor, currency) };
  if (from === undefined) return priced;
  const minSubtotalMinor = threshold(from, currency);
  const sum = new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    minSubtotalMinor / 100,
  );
  return { ...priced, minSubtotalMinor, title: `Standard, free over ${sum}` };
}

const onTop = (
  country: string,
  region: string,
  name: string,
  ratePpm: number,
  appliesToShipping: boolean,
): DemoTaxRate => ({
  country,
  region,
  name,
  ratePpm,
  included: false,
  appliesToShipping,
});

const vat = (country: string, ratePpm: number): DemoTaxRate => ({
  country,
  name: 'VAT',
  ratePpm,
  included: true,
  appliesToShipping: true,
});

/** Plausible rates to try the shop with. They are not advice, and a real merchant sets their own. */
export const demoTaxRates: readonly DemoTaxRate[] = [
  onTop('US', 'CA', 'California sales tax', 72500, false),
  onTop('US', 'NY', 'New York sales tax', 88750, true),
  onTop('US', 'TX', 'Texas sales tax', 82500, true),
  onTop('US', 'WA', 'Washington sales tax', 103500, true),
  onTop('US', 'IL', 'Illinois sales tax', 102500, false),
  { country: 'CA', name: 'GST', ratePpm: 50000, included: false, appliesToShipping: true },
  onTop('CA', 'ON', 'HST', 130000, true),
  onTop('CA', 'NS', 'HST', 140000, true),
  onTop('CA', 'QC', 'GST and QST', 149750, true),
  onTop('CA', 'BC', 'GST and PST', 120000, true),
  vat('GB', 200000),
  vat('AT', 200000),
  vat('BE', 210000),
  vat('BG', 200000),
  vat('HR', 250000),
  vat('CY', 190000),
  vat('CZ', 210000),
  vat('DK', 250000),
  vat('EE', 240000),
  vat('FI', 255000),
  vat('FR', 200000),
  vat('DE', 190000),
  vat('GR', 240000),
  vat('HU', 270000),
  vat('IE', 230000),
  vat('IT', 220000),
  vat('LV', 210000),
  vat('LT', 210000),
  vat('LU', 170000),
  vat('MT', 180000),
  vat('NL', 210000),
  vat('PL', 230000),
  vat('PT', 230000),
  vat('RO', 210000),
  vat('SK', 230000),
  vat('SI', 220000),
  vat('ES', 210000),
  vat('SE', 250000),
];
