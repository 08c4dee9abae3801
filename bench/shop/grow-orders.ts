import pg from 'pg';

/** Orders are made by the hundred thousand, so that no statement runs for minutes. */
const AT_ONCE = 100_000;

/**
 * Fills the books with paid one-line orders, contacts, claims and payments over a year until there are `count`, as if
 * they had been sold: the ledger receives what they claimed, so it balances. Then brings statistics up to date.
 */
export async function growOrders(
  postgresUrl: string,
  count: number,
  report: (line: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: string }>('select count(*) as n from orders');
    for (let made = Number(rows[0]?.n ?? 0); made < count; made += AT_ONCE) {
      await client.query(FILL, [Math.min(AT_ONCE, count - made)]);
      report(`${Math.min(made + AT_ONCE, count)} orders`);
    }
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

const FILL = `
  with variant as (
    select variant_id, product_id, currency, price_minor, row_number() over () - 1 as at, count(*) over () as variants
    from offers join stock_items using (variant_id) where lane_count = 1 and sellable
  ),
  sold as (
    select new_uuid_v7() as id, gen_random_uuid() as key, v.*, now() - random() * interval '365 days' as at_time
    from generate_series(1, $1::int) as n
    join variant v on v.at = n % v.variants
  ),
  made as materialized (select * from sold),
  placed as (
    insert into orders (
      id, status, currency, idempotency_id, fingerprint, shipping_minor, tax_minor, tax_included_minor, discount_minor,
      total_minor, payment_status, placed_expires_at, expires_at, created_at, paid_at)
    select id, 'paid', currency, key, sha256(key::text::bytea), 0, 0, 0, 0, price_minor, 'succeeded',
           at_time + interval '10 minutes', at_time + interval '10 minutes', at_time, at_time
    from made
  ),
  lines as (
    insert into order_lines (
      order_id, position, variant_id, product_id, sku, title, options, quantity, unit_price_minor, tax_rate_ppm, tax_minor,
      tax_included_minor, claims)
    select id, 0, variant_id, product_id, 'BENCH', 'Bench edition', '[]', 1, price_minor, 0, 0, 0, '[[0, 1]]' from made
  ),
  contacts as (
    insert into order_contacts (order_id, email, shipping_address)
    select id, 'buyer-' || substr(id::text, 25) || '@example.com',
           '{"name": "Ada Buyer", "line1": "1 Market St", "city": "Portland", "postalCode": "97201", "country": "US"}'
    from made
  ),
  paid as (
    insert into payments (id, order_id, provider, method, amount_minor, currency, status, settled_at)
    select new_uuid_v7(), id, 'test', 'test_ok', price_minor, currency, 'succeeded', at_time from made
  ),
  received as (
    insert into stock_movements (variant_id, lane, delta, kind, actor)
    select variant_id, 0, count(*)::int, 'receive', 'bench' from made group by variant_id
  )
  insert into stock_movements (variant_id, lane, delta, kind, order_id)
  select variant_id, 0, -1, 'claim', id from made`;
