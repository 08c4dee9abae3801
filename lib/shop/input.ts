import { z } from 'zod';
import { isColour } from '@/lib/kernel/colour';
import { isCountry } from '@/lib/kernel/countries';
import { currencySchema, line, moneySchema, pageQuery } from '@/lib/kernel/schemas';
import { accentContrast, LEAST_CONTRAST, TAX_CLASSES, TAX_DISPLAYS } from './model';

const country = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isCountry, 'Must be an ISO 3166-1 alpha-2 country code, as US.')
  .describe('ISO 3166-1 alpha-2, as US.');

/** Names only: an offset is no zone, as it has no summer. Whether Postgres knows it too is the database's to say. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const SENDER = /^(?:[^<>"\r\n]{1,100} <)?([^<>\s]+)>?$/;

/** `ada@example.com` or `Ada’s shop <ada@example.com>`; this very machine is a place to send from as well. */
function isSender(text: string): boolean {
  const address = SENDER.exec(text)?.[1];
  if (address === undefined || text.includes('<') !== text.endsWith('>')) return false;
  return z.email().safeParse(address.replace(/@localhost$/, '@localhost.example')).success;
}

/** A colour that is read on the shop's paper: one that is not is refused, with how far it is from it. */
const accentColour = (theme: 'light' | 'dark') =>
  z
    .string()
    .trim()
    .toLowerCase()
    .superRefine((text, context) => {
      if (!isColour(text))
        return void context.addIssue({ code: 'custom', message: 'Must be a colour as #0b33b8.' });
      const found = accentContrast(theme, text);
      if (found >= LEAST_CONTRAST) return;
      const paper = theme === 'light' ? 'light paper: take a darker one' : 'dark paper: take a lighter one';
      const message = `Cannot be read on ${paper}. Its contrast is ${found.toFixed(1)}, and ${LEAST_CONTRAST} is needed.`;
      context.addIssue({ code: 'custom', message });
    })
    .meta({ examples: [theme === 'light' ? '#0b33b8' : '#9db1ff'] });

/** What `PATCH /api/admin/settings` takes: what it names changes, nothing else. */
export const changeSettingsInput = z
  .object({
    name: line(100),
    currency: currencySchema.describe('Cannot change any more once anything has a price.'),
    currencies: z
      .array(currencySchema)
      .max(50)
      .transform((codes) => [...new Set(codes)].sort())
      .describe('All that it sells in: the whole list. Its own is always among them.')
      .meta({ examples: [['USD', 'EUR', 'GBP']] }),
    country: country.describe('The shop’s own: where a buyer is thought to be who has not said.').meta({
      examples: ['US'],
    }),
    timeZone: z
      .string()
      .max(64)
      .refine(isTimeZone, 'Must be an IANA time zone, as Europe/Paris.')
      .describe('IANA; what a day is in reports.')
      .meta({ examples: ['UTC', 'Europe/Paris'] }),
    taxDisplay: z.enum(TAX_DISPLAYS).describe('How prices are shown to shoppers.'),
    mailSender: z
      .string()
      .trim()
      .max(254)
      .refine(isSender, 'Must be an e-mail address, or a name and one: Shop <shop@example.com>.')
      .describe('Whom mails to buyers come from.')
      .meta({ examples: ['Harbour Press <hello@example.com>'] }),
    lowStockThreshold: z.int().min(0).max(1_000_000).describe('At how many units left the owner is told.'),
    address: z
      .string()
      .trim()
      .max(500)
      .describe('Where it is at home, as it stands on papers: lines of text.'),
    accent: z
      .object({ light: accentColour('light'), dark: accentColour('dark') })
      .nullable()
      .describe('The colour that means "act", for light and dark screens; null: the one it comes with.'),
  })
  .partial();

export type ChangeSettingsInput = z.output<typeof changeSettingsInput>;

const region = z
  .string()
  .trim()
  .max(100)
  .nullish()
  .transform((text) => text || undefined)
  .describe('ISO 3166-2 without the country, as buyers give it; the whole country when absent.');

const place = z.object({
  country: z
    .string()
    .trim()
    .toUpperCase()
    .refine((code) => code === '*' || isCountry(code), 'Must be an ISO 3166-1 alpha-2 country code, or *.')
    .describe('ISO 3166-1 alpha-2; * is the rest of the world.')
    .meta({ examples: ['NZ', 'AU', 'JP', 'KE', 'BR'] }),
  region,
});

const rate = z.object({
  code: line(64).describe('What a checkout gives as shippingMethod.'),
  title: line(200),
  price: moneySchema,
  minSubtotal: moneySchema
    .nullish()
    .transform((money) => money ?? undefined)
    .describe('Offered from this subtotal on.'),
  maxWeightGrams: z
    .int()
    .min(1)
    .max(2_000_000_000)
    .nullish()
    .transform((grams) => grams ?? undefined)
    .describe('Offered up to this weight.'),
  translations: z
    .record(z.string().regex(/^[a-z]{2}$/, 'Must be a language, as fr.'), z.object({ title: line(200) }))
    .optional()
    .describe('What it is called in other languages, by language.')
    .meta({ examples: [{ fr: { title: 'Standard' } }] }),
});

type Rate = z.output<typeof rate>;

function checkRates(rates: readonly Rate[], context: z.RefinementCtx): void {
  for (const [index, { price, minSubtotal }] of rates.entries()) {
    if (minSubtotal === undefined || minSubtotal.currency === price.currency) continue;
    const path = [index, 'minSubtotal', 'currency'];
    context.addIssue({ code: 'custom', path, message: `Must be ${price.currency}, the price’s currency.` });
  }
}

function checkPlaces(
  places: readonly { country: string; region?: string | undefined }[],
  context: z.RefinementCtx,
) {
  const seen = new Set<string>();
  for (const [index, { country: code, region: part }] of places.entries()) {
    const key = `${code} ${part ?? ''}`;
    if (seen.has(key))
      context.addIssue({ code: 'custom', path: [index], message: 'Is in the list already.' });
    if (code === '*' && part !== undefined)
      context.addIssue({
        code: 'custom',
        path: [index, 'region'],
        message: 'The rest of the world has none.',
      });
    seen.add(key);
  }
}

const zone = {
  name: line(100),
  countries: z
    .array(place)
    .max(1_000)
    .superRefine(checkPlaces)
    .describe('Where it is: the whole list. A place lies in one zone.'),
  rates: z.array(rate).max(100).superRefine(checkRates).describe('The ways to ship there: the whole list.'),
};

/** What `POST /api/admin/shipping-zones` takes. */
export const createShippingZoneInput = z.object({
  name: zone.name,
  countries: zone.countries.default([]),
  rates: zone.rates.default([]),
});

export type CreateShippingZoneInput = z.output<typeof createShippingZoneInput>;

export const changeShippingZoneInput = z.object(zone).partial();

export type ChangeShippingZoneInput = z.output<typeof changeShippingZoneInput>;

const taxRate = {
  country: country.meta({ examples: ['NZ', 'AU', 'JP', 'KE', 'BR'] }),
  region,
  taxClass: z.enum(TAX_CLASSES),
  name: line(100).describe('What buyers read: VAT.'),
  ratePpm: z.int().min(0).max(1_000_000).describe('Millionths: 72500 is 7.25 %.'),
  included: z.boolean().describe('Whether it is inside the prices; else it comes on top.'),
  appliesToShipping: z.boolean(),
};

/** What `POST /api/admin/tax-rates` takes. */
export const createTaxRateInput = z.object({
  ...taxRate,
  taxClass: taxRate.taxClass.default('standard'),
  appliesToShipping: taxRate.appliesToShipping.default(false),
});

export type CreateTaxRateInput = z.output<typeof createTaxRateInput>;

export const changeTaxRateInput = z.object(taxRate).partial();

export type ChangeTaxRateInput = z.output<typeof changeTaxRateInput>;

export const listShippingZonesInput = z.object(pageQuery);
export const listTaxRatesInput = z.object({
  country: country.meta({ examples: ['NZ'] }).optional(),
  ...pageQuery,
});
