import pg from 'pg';
import { toUuid } from './stock-shop';

/** Carts with one line each, made in the database at once: what a round of purchases by cart uses up. Gives their ids. */
export async function makeCarts(
  postgresUrl: string,
  variantIds: readonly string[],
  count: number,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `with made as (insert into carts (id, currency) select new_uuid_v7(), 'USD' from generate_series(1, $2::int) returning id),
            filled as (
              insert into cart_lines (cart_id, variant_id, quantity)
              select id, ($1::uuid[])[1 + floor(random() * cardinality($1::uuid[]))::int], 1 from made)
       select 'cart_' || replace(id::text, '-', '') as id from made`,
      [variantIds.map(toUuid), count],
    );
    return rows.map((row) => row.id);
  } finally {
    await client.end();
  }
}
