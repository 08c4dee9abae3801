import type { Colour } from '@/lib/kernel/colour';
import { fromUuid } from '@/lib/kernel/ids';
import type { Accent, Logo, Settings, ShippingZone, TaxRate } from '../model';

/** How a shop looks, as shop_settings has it. */
export type LookRow = {
  accent_light: string | null;
  accent_dark: string | null;
  logo_file: string | null;
  logo_height: number | null;
};

export function toLook(row: LookRow): { accent: Accent | null; logo: Logo | null } {
  const { accent_light: light, accent_dark: dark, logo_file: file, logo_height: height } = row;
  const width = /-(\d+)\.\w+$/.exec(file ?? '')?.[1];
  return {
    accent: light === null || dark === null ? null : { light: light as Colour, dark: dark as Colour },
    logo:
      width === undefined || height === null ? null : { url: `/files/${file}`, width: Number(width), height },
  };
}

/** The row of shop_settings as jsonb. */
export type SettingsRow = LookRow & {
  name: string;
  currency: string;
  /** Besides its own. */
  currencies: string[];
  country: string;
  time_zone: string;
  tax_display: Settings['taxDisplay'];
  mail_sender: string;
  low_stock_threshold: number;
  address: string;
  updated_at: string;
};

export function toSettings(row: SettingsRow): Settings {
  return {
    name: row.name,
    currency: row.currency,
    currencies: [row.currency, ...row.currencies],
    country: row.country,
    timeZone: row.time_zone,
    taxDisplay: row.tax_display,
    mailSender: row.mail_sender,
    lowStockThreshold: row.low_stock_threshold,
    address: row.address,
    ...toLook(row),
    updatedAt: new Date(row.updated_at).toISOString(),
  };
}

/** What shipping_zone_document() answers: amounts in minor units, '' where there is no region. */
export type ShippingZoneRow = {
  id: string;
  name: string;
  countries: { country: string; region: string }[];
  rates: {
    code: string;
    title: string;
    currency: string;
    price: number;
    minSubtotal: number;
    maxWeightGrams: number | null;
    translations: Record<string, { title: string }>;
  }[];
};

export function toShippingZone({ id, name, countries, rates }: ShippingZoneRow): ShippingZone {
  return {
    id: fromUuid('zone', id),
    name,
    countries: countries.map(({ country, region }) => ({ country, ...(region === '' ? {} : { region }) })),
    rates: rates.map(({ code, title, currency, price, minSubtotal, maxWeightGrams, translations }) => ({
      code,
      title,
      price: { amount: price, currency },
      ...(minSubtotal === 0 ? {} : { minSubtotal: { amount: minSubtotal, currency } }),
      ...(maxWeightGrams === null ? {} : { maxWeightGrams }),
      ...(Object.keys(translations).length === 0 ? {} : { translations }),
    })),
  };
}

/** A row of tax_rates as jsonb. */
export type TaxRateRow = {
  id: string;
  country: string;
  region: string;
  tax_class: TaxRate['taxClass'];
  name: string;
  rate_ppm: number;
  included: boolean;
  applies_to_shipping: boolean;
};

export function toTaxRate(row: TaxRateRow): TaxRate {
  return {
    id: fromUuid('tax', row.id),
    country: row.country,
    ...(row.region === '' ? {} : { region: row.region }),
    taxClass: row.tax_class,
    name: row.name,
    ratePpm: row.rate_ppm,
    included: row.included,
    appliesToShipping: row.applies_to_shipping,
  };
}
