import { query } from '@/db/client';
import { fromUuid, type ProductId, toUuid } from '@/lib/kernel/ids';
import { cached } from '@/lib/platform/cache';

export type ProductAddress = {
  readonly slug: string;
  readonly updatedAt: string;
  /** What it is sold in. */
  readonly currencies: readonly string[];
};

/** How many products a part of the sitemap has: each is there once a market, and a file may list 50,000 addresses. */
export const PRODUCTS_A_PART = 5_000;
const FRESH_MS = 300_000;

/** The first product of each part of the sitemap, oldest first, at most five minutes old. One statement. */
export function listProductParts(): Promise<readonly ProductId[]> {
  return cached('catalog:all:address-parts', FRESH_MS, async () => {
    const rows = await query<{ id: string }>(
      'list_product_parts',
      `select id::text from (
         select id, row_number() over (order by id) as place from products where status = 'active') as numbered
       where place % $1::int = 1 order by id`,
      [PRODUCTS_A_PART],
    );
    return rows.map(({ id }) => fromUuid('prod', id));
  });
}

/** Where the active products of a part are, and when they last changed. One statement, however many there are. */
export async function listProductAddresses(first: ProductId): Promise<readonly ProductAddress[]> {
  const rows = await query<{ slug: string; updated_at: string; currencies: string }>(
    'list_product_addresses',
    `select p.slug, to_json(p.updated_at) #>> '{}' as updated_at,
       array_to_json(array(select l.currency from listings l where l.product_id = p.id))::text as currencies
     from products p where p.status = 'active' and p.id >= $1::uuid order by p.id limit $2::int`,
    [toUuid(first), PRODUCTS_A_PART],
  );
  return rows.map((row) => ({
    slug: row.slug,
    updatedAt: new Date(row.updated_at).toISOString(),
    currencies: JSON.parse(row.currencies) as string[],
  }));
}
