import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { currency, minor, moment, prefixedId } from './columns';

/** The one row that says what shop this is. */
export const shopSettings = pgTable(
  'shop_settings',
  {
    id: smallint('id').primaryKey().default(1),
    name: text('name').notNull(),
    currency: currency().notNull(),
    /** What it sells in besides; each price is a row of its own, nothing is converted. */
    currencies: text('currencies').array().notNull().default(sql`'{}'`),
    country: text('country').notNull(),
    timeZone: text('time_zone').notNull().default('UTC'),
    taxDisplay: text('tax_display', { enum: ['included', 'excluded'] })
      .notNull()
      .default('excluded'),
    mailSender: text('mail_sender').notNull(),
    /** The owner is told when a counted variant falls to this many units. */
    lowStockThreshold: integer('low_stock_threshold').notNull().default(5),
    /** Where it is at home, as it stands on papers: lines of text. */
    address: text('address').notNull().default(''),
    /** The colour that means "act", on light paper and on dark: `#rrggbb`, both or none. */
    accentLight: text('accent_light'),
    accentDark: text('accent_dark'),
    /** The public file of its mark: `{hash}-{width}.webp`. */
    logoFile: text('logo_file'),
    /** Its height where it is as wide as its name says. */
    logoHeight: integer('logo_height'),
    updatedAt: moment('updated_at').notNull().default(sql`now()`),
  },
  (t) => [check('shop_settings_id_check', sql`${t.id} = 1`)],
);

/**
 * What a page of the shop says, as a merchant wrote it: the newest version counts. One without words says that the text which
 * the shop came with counts again.
 */
export const contentVersions = pgTable(
  'content_versions',
  {
    id: prefixedId('text', 'id').primaryKey(),
    language: text('language').notNull(),
    page: text('page').notNull(),
    title: text('title'),
    description: text('description'),
    body: text('body'),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull().default(sql`now()`),
  },
  (t) => [
    index('content_versions_language_page_id_idx').on(t.language, t.page, t.id),
    check(
      'content_versions_words_check',
      sql`(${t.title} is null) = (${t.body} is null) and (${t.title} is null) = (${t.description} is null)`,
    ),
  ],
);

export const shippingZones = pgTable('shipping_zones', {
  id: prefixedId('zone', 'id').primaryKey(),
  name: text('name').notNull(),
});

/** Which zone a destination lies in: country and region, else country ('' as region), else '*'. */
export const shippingZoneCountries = pgTable(
  'shipping_zone_countries',
  {
    country: text('country').notNull(),
    region: text('region').notNull().default(''),
    zoneId: prefixedId('zone', 'zone_id')
      .notNull()
      .references(() => shippingZones.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.country, t.region] }),
    index('shipping_zone_countries_zone_id_idx').on(t.zoneId),
  ],
);

export const shippingRates = pgTable(
  'shipping_rates',
  {
    id: prefixedId('rate', 'id').primaryKey(),
    zoneId: prefixedId('zone', 'zone_id')
      .notNull()
      .references(() => shippingZones.id, { onDelete: 'cascade' }),
    code: text('code').notNull(),
    title: text('title').notNull(),
    currency: currency().notNull(),
    priceMinor: minor('price_minor').notNull(),
    minSubtotalMinor: minor('min_subtotal_minor').notNull().default(0),
    maxWeightGrams: integer('max_weight_grams'),
    /** What it is called in other languages than the shop's own. */
    translations: jsonb('translations').$type<Record<string, { title: string }>>().notNull().default({}),
  },
  (t) => [
    index('shipping_rates_zone_id_currency_idx').on(t.zoneId, t.currency),
    check('shipping_rates_price_minor_check', sql`${t.priceMinor} >= 0`),
  ],
);

/** One row a place and tax class; a region's row takes the place of its country's. */
export const taxRates = pgTable(
  'tax_rates',
  {
    id: prefixedId('tax', 'id').primaryKey(),
    country: text('country').notNull(),
    region: text('region').notNull().default(''),
    taxClass: text('tax_class').notNull().default('standard'),
    name: text('name').notNull(),
    /** Millionths: 72500 is 7.25 %. */
    ratePpm: integer('rate_ppm').notNull(),
    /** true: the tax is inside the prices; false: it comes on top. */
    included: boolean('included').notNull(),
    appliesToShipping: boolean('applies_to_shipping').notNull().default(false),
  },
  (t) => [
    unique('tax_rates_country_region_tax_class_key').on(t.country, t.region, t.taxClass),
    check('tax_rates_rate_ppm_check', sql`${t.ratePpm} between 0 and 1000000`),
  ],
);
