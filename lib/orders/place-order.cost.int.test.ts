import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { newId, type OrderId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { placeOrder } from './place-order';

const address = { name: 'Ada', line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' };

afterAll(closeDatabase);

async function buy(variantId: VariantId): Promise<OrderId> {
  const outcome = await placeOrder(
    { lines: [{ variantId, quantity: 1 }], email: 'ada@example.com', shippingAddress: address },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.order.id;
}

/** The page that a variant's lane lies in. */
async function pageOfLane(variantId: VariantId): Promise<string | undefined> {
  const [row] = await query<{ page: string }>(
    'test_lane_page',
    'select split_part(ctid::text, $2, 1) as page from stock_lanes where variant_id = $1::uuid',
    [toUuid(variantId), ','],
  );
  return row?.page;
}

/** How many rows of each table the order's transaction wrote, and how many of them each of its indexes covers. */
async function writtenBy(id: OrderId) {
  const tables = await query<{ name: string; predicates: string[] }>(
    'test_tables',
    `select c.relname as name, array_agg(coalesce(pg_get_expr(i.indpred, i.indrelid), 'true')) as predicates
     from pg_class c join pg_index i on i.indrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
     group by 1 order by 1`,
    [],
  );
  const counted = await atomically(
    tables.map(({ name, predicates }) => {
      const counts = ['true', ...predicates].map(
        (where, at) => `count(*) filter (where ${where})::int as c${at}`,
      );
      return sql.raw(
        `select ${counts.join(', ')} from ${name} where xmin = (select xmin from orders where id = '${toUuid(id)}')`,
      );
    }),
  );
  return tables.flatMap(({ name }, at) => {
    const [rows = 0, ...entries] = Object.values(counted[at]?.[0] ?? {}).map(Number);
    return rows === 0 ? [] : [{ name, entries: entries.reduce((sum, count) => sum + count, 0) }];
  });
}

describe('a one-line order', () => {
  it('writes at most 7 tables and 12 index entries', async () => {
    const variantId = await makeOffer({ stock: 100 });
    const page = await pageOfLane(variantId);
    const written = await writtenBy(await buy(variantId));
    expect(written.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['orders', 'order_lines', 'stock_lanes', 'stock_movements', 'outbox']),
    );
    expect(written.length).toBeLessThanOrEqual(7);
    // The lane stayed in its page and none of its indexed columns changed: a heap-only update, without index entries.
    expect(await pageOfLane(variantId)).toBe(page);
    const entries = written
      .filter(({ name }) => name !== 'stock_lanes')
      .reduce((sum, table) => sum + table.entries, 0);
    expect(entries).toBeGreaterThanOrEqual(written.length - 1);
    expect(entries).toBeLessThanOrEqual(12);
  });
});
