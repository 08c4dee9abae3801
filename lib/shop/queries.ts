import { query } from '@/db/client';
import { SHOP } from '@/lib/platform/tags/tag';
import { taggedRead } from '@/lib/platform/tags/tagged-read';
import { type LookRow, type SettingsRow, toLook, toSettings } from './internal/rows';
import type { Accent, Logo, Settings } from './model';

/** What every page says of the shop. `country` is its own, in upper-case ISO 3166-1 alpha-2. */
export type Shop = {
  readonly name: string;
  readonly currency: string;
  /** All that it sells in, its own first. */
  readonly currencies: readonly string[];
  readonly country: string;
  readonly accent: Accent | null;
  readonly logo: Logo | null;
};

const asShop = () => [SHOP];

/** The shop's own facts, until they are changed. Throws if the database was never set up. */
export function getShop(): Promise<Shop> {
  return taggedRead('shop:facts', asShop, async () => {
    const [row] = await query<Omit<Shop, 'accent' | 'logo'> & LookRow>(
      'get_shop',
      `select name, currency, currencies, country, accent_light, accent_dark, logo_file, logo_height
       from shop_settings`,
      [],
    );
    if (row === undefined) throw new Error('The shop has no settings: its database was not set up.');
    const { name, currency, currencies, country } = row;
    return { name, currency, currencies: [currency, ...currencies], country, ...toLook(row) };
  });
}

/** The currency that was asked for, the shop's own when none was; null when the shop does not sell in it. */
export async function findSoldCurrency(asked: string | undefined): Promise<string | null> {
  const { currency, currencies } = await getShop();
  if (asked === undefined) return currency;
  return currencies.includes(asked) ? asked : null;
}

/** All settings, as they are now. */
export async function getSettings(): Promise<Settings> {
  const [row] = await query<{ settings: string }>(
    'get_settings',
    'select to_jsonb(s)::text as settings from shop_settings s',
    [],
  );
  if (row === undefined) throw new Error('The shop has no settings: its database was not set up.');
  return toSettings(JSON.parse(row.settings) as SettingsRow);
}
