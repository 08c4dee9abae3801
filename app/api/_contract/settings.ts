import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { currencySchema, idSchema, moneySchema } from '@/lib/kernel/schemas';
import {
  changeSettingsInput,
  changeShippingZoneInput,
  changeTaxRateInput,
  createShippingZoneInput,
  createTaxRateInput,
  listShippingZonesInput,
  listTaxRatesInput,
} from '@/lib/shop/input';
import { TAX_CLASSES, TAX_DISPLAYS } from '@/lib/shop/model';
import { pathId } from './path-id';
import { instant, pageOf } from './shapes';

const zoneId = pathId('zone', 'shipping-zone-not-found', 'The shipping zone.');
const taxRateId = pathId('tax', 'tax-rate-not-found', 'The tax rate.');
const mayRead = { permission: 'settings:read' } as const;
const mayWrite = { permission: 'settings:write' } as const;

const settings = z
  .object({
    name: z.string(),
    currency: currencySchema,
    currencies: z.array(currencySchema).describe('All that it sells in, its own first.'),
    country: z.string(),
    timeZone: z.string(),
    taxDisplay: z.enum(TAX_DISPLAYS),
    mailSender: z.string(),
    lowStockThreshold: z.int(),
    address: z.string().describe('Where it is at home: lines of text.'),
    accent: z.object({ light: z.string(), dark: z.string() }).nullable(),
    logo: z.object({ url: z.string(), width: z.int(), height: z.int() }).nullable(),
    updatedAt: instant,
  })
  .meta({ id: 'Settings' });

const place = { country: z.string(), region: z.string().optional() };

const shippingZone = z
  .object({
    id: idSchema('zone'),
    name: z.string(),
    countries: z.array(z.object(place)),
    rates: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        price: moneySchema,
        minSubtotal: moneySchema.optional(),
        maxWeightGrams: z.int().optional(),
        translations: z
          .record(z.string(), z.object({ title: z.string() }))
          .optional()
          .describe('What it is called in other languages, by language.'),
      }),
    ),
  })
  .meta({ id: 'ShippingZone' });

const taxRate = z
  .object({
    id: idSchema('tax'),
    ...place,
    taxClass: z.enum(TAX_CLASSES),
    name: z.string(),
    ratePpm: z.int(),
    included: z.boolean(),
    appliesToShipping: z.boolean(),
  })
  .meta({ id: 'TaxRate' });

export const getSettings = defineOperation({
  id: 'getSettings',
  method: 'GET',
  path: '/api/admin/settings',
  tag: 'Settings',
  summary: 'See the shop’s settings',
  actor: mayRead,
  responses: { 200: settings },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const changeSettings = defineOperation({
  id: 'changeSettings',
  method: 'PATCH',
  path: '/api/admin/settings',
  tag: 'Settings',
  summary: 'Change the shop’s settings',
  description: 'What the body names changes, nothing else.',
  actor: mayWrite,
  body: changeSettingsInput,
  responses: { 200: settings },
  problems: ['currency-in-use'],
  limit: 'admin',
  idempotency: 'none',
  example: { timeZone: 'Europe/Paris', taxDisplay: 'included' },
});

export const setLogo = defineOperation({
  id: 'setLogo',
  method: 'PUT',
  path: '/api/admin/settings/logo',
  tag: 'Settings',
  summary: 'Give the shop its mark',
  description:
    'A PNG of at most 1 MiB is the body. It stands in place of the name, at most 320 by 80 pixels large.',
  actor: mayWrite,
  upload: { mediaTypes: ['image/png'], maxBytes: 1024 * 1024 },
  responses: { 200: settings },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const removeLogo = defineOperation({
  id: 'removeLogo',
  method: 'DELETE',
  path: '/api/admin/settings/logo',
  tag: 'Settings',
  summary: 'Show the shop’s name instead of a mark',
  actor: mayWrite,
  responses: { 200: settings },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const listShippingZones = defineOperation({
  id: 'listShippingZones',
  method: 'GET',
  path: '/api/admin/shipping-zones',
  tag: 'Shipping and tax',
  summary: 'List shipping zones',
  actor: mayRead,
  query: listShippingZonesInput,
  responses: { 200: pageOf(shippingZone) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const createShippingZone = defineOperation({
  id: 'createShippingZone',
  method: 'POST',
  path: '/api/admin/shipping-zones',
  tag: 'Shipping and tax',
  summary: 'Make a shipping zone',
  actor: mayWrite,
  body: createShippingZoneInput,
  responses: { 201: shippingZone },
  problems: ['country-taken'],
  limit: 'admin',
  idempotency: 'honoured',
  example: {
    name: 'Auckland',
    countries: [{ country: 'NZ', region: 'AUK' }],
    rates: [{ code: 'standard', title: 'Standard, 3 to 5 days', price: { amount: 900, currency: 'USD' } }],
  },
});

export const getShippingZone = defineOperation({
  id: 'getShippingZone',
  method: 'GET',
  path: '/api/admin/shipping-zones/{id}',
  tag: 'Shipping and tax',
  summary: 'See a shipping zone',
  actor: mayRead,
  params: { id: zoneId },
  responses: { 200: shippingZone },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const changeShippingZone = defineOperation({
  id: 'changeShippingZone',
  method: 'PATCH',
  path: '/api/admin/shipping-zones/{id}',
  tag: 'Shipping and tax',
  summary: 'Change a shipping zone',
  description: 'What the body names changes, nothing else; countries and rates are whole lists.',
  actor: mayWrite,
  params: { id: zoneId },
  body: changeShippingZoneInput,
  responses: { 200: shippingZone },
  problems: ['country-taken'],
  limit: 'admin',
  idempotency: 'none',
  example: {
    rates: [{ code: 'standard', title: 'Standard', price: { amount: 1_100, currency: 'USD' } }],
  },
});

export const removeShippingZone = defineOperation({
  id: 'removeShippingZone',
  method: 'DELETE',
  path: '/api/admin/shipping-zones/{id}',
  tag: 'Shipping and tax',
  summary: 'Take a shipping zone away',
  description: 'What lay in it lies in the rest of the world from then on, if there is a zone for that.',
  actor: mayWrite,
  params: { id: zoneId },
  responses: { 204: z.undefined() },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const listTaxRates = defineOperation({
  id: 'listTaxRates',
  method: 'GET',
  path: '/api/admin/tax-rates',
  tag: 'Shipping and tax',
  summary: 'List tax rates',
  actor: mayRead,
  query: listTaxRatesInput,
  responses: { 200: pageOf(taxRate) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const createTaxRate = defineOperation({
  id: 'createTaxRate',
  method: 'POST',
  path: '/api/admin/tax-rates',
  tag: 'Shipping and tax',
  summary: 'Make a tax rate',
  description: 'Orders that were placed keep what they paid.',
  actor: mayWrite,
  body: createTaxRateInput,
  responses: { 201: taxRate },
  problems: ['tax-rate-exists'],
  limit: 'admin',
  idempotency: 'honoured',
  example: { country: 'NZ', region: 'AUK', name: 'GST', ratePpm: 150_000, included: true },
});

export const getTaxRate = defineOperation({
  id: 'getTaxRate',
  method: 'GET',
  path: '/api/admin/tax-rates/{id}',
  tag: 'Shipping and tax',
  summary: 'See a tax rate',
  actor: mayRead,
  params: { id: taxRateId },
  responses: { 200: taxRate },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const changeTaxRate = defineOperation({
  id: 'changeTaxRate',
  method: 'PATCH',
  path: '/api/admin/tax-rates/{id}',
  tag: 'Shipping and tax',
  summary: 'Change a tax rate',
  description: 'What the body names changes, nothing else. Orders that were placed keep what they paid.',
  actor: mayWrite,
  params: { id: taxRateId },
  body: changeTaxRateInput,
  responses: { 200: taxRate },
  problems: ['tax-rate-exists'],
  limit: 'admin',
  idempotency: 'none',
  example: { ratePpm: 155_000 },
});

export const removeTaxRate = defineOperation({
  id: 'removeTaxRate',
  method: 'DELETE',
  path: '/api/admin/tax-rates/{id}',
  tag: 'Shipping and tax',
  summary: 'Take a tax rate away',
  actor: mayWrite,
  params: { id: taxRateId },
  responses: { 204: z.undefined() },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});
