import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { Load } from '../load/load';
import { SQL_OK, sqlClient } from '../load/sql-load';
import type { BenchShop } from '../shop/start-shop';
import { type Stocked, toUuid } from '../shop/stock-shop';
import { pick, type Scenario } from './scenario';

export const SQL_CEILING = 'select 1, SQL';
export const REFERENCE = 'reference: order, line, decrement, SQL';
export const STATEMENT = 'purchase statement, SQL';

/** The database alone, spoken to directly: what the purchase's own statement reaches beside the least that one could write. */
export async function sqlScenarios(shop: BenchShop, { variantIds }: Stocked): Promise<Scenario[]> {
  const client = new pg.Client({ connectionString: shop.postgresUrl });
  await client.connect();
  await client.query(await readFile(new URL('../reference.sql', import.meta.url), 'utf8'));
  await client.end();
  const variants = variantIds.map(toUuid);
  const load = (name: string, text: string, nextValues: () => unknown[]): Load => ({
    isServed: (status) => status === SQL_OK,
    open: () => sqlClient(shop.postgresUrl, { name, text }, nextValues),
  });
  return [
    {
      name: SQL_CEILING,
      ceiling: null,
      load: load('bench_nothing', 'select $1::text as result', () => ['x']),
    },
    {
      name: REFERENCE,
      ceiling: SQL_CEILING,
      load: load('bench_reference', 'select bench_reference($1::uuid, $2::uuid, $3::uuid) as result', () => [
        crypto.randomUUID(),
        pick(variants),
        crypto.randomUUID(),
      ]),
    },
    {
      name: STATEMENT,
      ceiling: REFERENCE,
      load: load('place_order', 'select place_order($1::jsonb)::text as result', () => [
        JSON.stringify({
          orderId: crypto.randomUUID(),
          eventId: crypto.randomUUID(),
          idempotencyId: crypto.randomUUID(),
          fingerprint: 'ab'.repeat(32),
          lines: [{ variantId: pick(variants), quantity: 1 }],
          email: 'ada@example.com',
          shippingAddress: {
            name: 'Ada Buyer',
            line1: '1 Market St',
            city: 'Portland',
            postalCode: '97201',
            country: 'US',
          },
          holdSeconds: 600,
        }),
      ]),
    },
  ];
}
