import { query } from '@/db/client';
import { cached } from '@/lib/platform/cache';

/** What every page says of the shop. `country` is its own, in upper-case ISO 3166-1 alpha-2. */
export type Shop = { readonly name: string; readonly currency: string; readonly country: string };

const FRESH_MS = 5_000;

/** The shop's own facts, at most five seconds old. Throws if the database was never set up. */
export function getShop(): Promise<Shop> {
  return cached('shop:settings', FRESH_MS, async () => {
    const [row] = await query<Shop>('get_shop', 'select name, currency, country from shop_settings', []);
    if (row === undefined) throw new Error('The shop has no settings: its database was not set up.');
    return row;
  });
}
