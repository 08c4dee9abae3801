import { query } from '@/db/client';
import { cached } from '@/lib/platform/cache';

export type ProductAddress = { readonly slug: string; readonly updatedAt: string };

/** As many as one sitemap may list. */
const MOST = 50_000;
const FRESH_MS = 60_000;

/** Where the active products are and when they last changed, newest first, at most a minute old. One statement. */
export function listProductAddresses(): Promise<readonly ProductAddress[]> {
  return cached('catalog:all:addresses', FRESH_MS, async () => {
    const rows = await query<{ slug: string; updated_at: string }>(
      'list_product_addresses',
      `select slug, to_json(updated_at) #>> '{}' as updated_at
       from products where status = 'active' order by id desc limit $1::int`,
      [MOST],
    );
    return rows.map((row) => ({ slug: row.slug, updatedAt: new Date(row.updated_at).toISOString() }));
  });
}
