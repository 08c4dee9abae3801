import pg from 'pg';
import { growOrders } from './grow-orders';

/**
 * Fills what merchants page through until there are `count` of each: orders with as many buyers, and products on sale with a
 * variant, a price and counted stock.
 */
export async function growLists(
  postgresUrl: string,
  count: number,
  report: (line: string) => void,
): Promise<void> {
  await growOrders(postgresUrl, count, report);
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    for (const statement of PRODUCTS) await client.query(statement.replaceAll('$1', String(count)));
    await client.query('vacuum analyze');
    await client.query('checkpoint');
    report(`${count} products`);
  } finally {
    await client.end();
  }
}

const PRODUCTS = [
  `insert into products (id, slug, title, description_text, vendor, status)
   select new_uuid_v7(), 'listed-' || n, 'Print number ' || n || ' of the bench', 'Ink on paper.', 'House ' || n % 50, 'active'
   from generate_series(1, $1) n`,
  `insert into variants (id, product_id, position, title, option_values, sku)
   select new_uuid_v7(), id, 0, 'One', '{}', slug from products where slug like 'listed-%'`,
  `insert into prices (variant_id, currency, price_minor)
   select v.id, 'USD', 4000 from variants v join products p on p.id = v.product_id where p.slug like 'listed-%'`,
  `insert into stock_items (variant_id, counted)
   select v.id, true from variants v join products p on p.id = v.product_id where p.slug like 'listed-%'
   on conflict do nothing`,
  `insert into stock_movements (variant_id, lane, delta, kind, actor)
   select v.id, 0, 20, 'receive', 'bench' from variants v join products p on p.id = v.product_id where p.slug like 'listed-%'`,
  `insert into stock_lanes (variant_id, lane, available)
   select v.id, 0, 20 from variants v join products p on p.id = v.product_id where p.slug like 'listed-%'`,
  `insert into listings (product_id, currency, price_minor, option_values)
   select id, 'USD', 4000, '{}' from products where slug like 'listed-%' on conflict do nothing`,
];
