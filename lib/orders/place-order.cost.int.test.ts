import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { newId, toUuid } from '@/lib/kernel/ids';
import { placeOrder } from './place-order';

const address = { name: 'Ada', line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' };
const context = () => ({
  idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) },
  holdSeconds: 600,
});
const person = { email: 'ada@example.com', shippingAddress: address };

beforeAll(async () => {
  await atomically([sql`create extension if not exists pg_walinspect`]);
});
afterAll(closeDatabase);

/** What the write-ahead log says was written, in a database that nothing else writes to. */
async function writtenBy(work: () => Promise<unknown>) {
  const position = async () =>
    (await query<{ lsn: string }>('test_lsn', 'select pg_current_wal_insert_lsn()::text as lsn', []))[0]?.lsn;
  const from = await position();
  await work();
  const to = await position();
  return query<{ resource: string; table: string; records: number }>(
    'test_wal',
    `select r.resource_manager as resource, c.relname as table, count(*)::int as records
     from pg_get_wal_records_info($1::pg_lsn, $2::pg_lsn) r
     cross join lateral (select (regexp_match(r.block_ref, 'rel \\d+/\\d+/(\\d+)'))[1]::oid as filenode) f
     join pg_class c on c.relfilenode = f.filenode and c.relnamespace = 'public'::regnamespace
     where (r.resource_manager = 'Btree' and r.record_type like 'INSERT%')
        or (r.resource_manager in ('Heap', 'Heap2') and r.record_type ~ 'INSERT|UPDATE')
     group by 1, 2`,
    [from, to],
  );
}

describe('a one-line order', () => {
  it('writes at most 7 tables and 12 index entries', async () => {
    const variantId = await makeOffer({ stock: 100 });
    const buy = () => placeOrder({ lines: [{ variantId, quantity: 1 }], ...person }, context());
    await buy();
    const written = await writtenBy(buy);
    const tables = written.filter((row) => row.resource.startsWith('Heap')).map((row) => row.table);
    const entries = written
      .filter((row) => row.resource === 'Btree')
      .reduce((sum, row) => sum + row.records, 0);
    expect(tables).toContain('orders');
    expect(tables.length).toBeLessThanOrEqual(7);
    expect(entries).toBeGreaterThan(0);
    expect(entries).toBeLessThanOrEqual(12);
  });
});

describe('a thousand orders', () => {
  it('are a thousand statements, half of them from carts', async () => {
    await atomically([sql`create extension if not exists pg_stat_statements`]);
    const variants = await Promise.all(Array.from({ length: 20 }, () => makeOffer({ stock: 10_000 })));
    const carts = Array.from({ length: 500 }, () => newId('cart'));
    await atomically(
      carts.flatMap((cartId, i) => [
        sql`insert into carts (id, currency) values (${toUuid(cartId)}::uuid, 'USD')`,
        sql`insert into cart_lines (cart_id, variant_id, quantity)
            values (${toUuid(cartId)}::uuid, ${toUuid(variants[i % 20] ?? newId('var'))}::uuid, 2)`,
      ]),
    );
    const count = async () =>
      (
        await query<{ calls: number }>(
          'test_calls',
          `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements
           where query not like '%pg_stat_statements%' and dbid = (select oid from pg_database where datname = current_database())`,
          [],
        )
      )[0]?.calls ?? 0;
    const before = await count();
    const baskets = carts.flatMap((cartId, i) => [
      { cartId },
      {
        lines: [0, 7].map((step) => ({ variantId: variants[(i + step) % 20] ?? newId('var'), quantity: 1 })),
      },
    ]);
    let placed = 0;
    const work = baskets.values();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (const basket of work)
          if ((await placeOrder({ ...basket, ...person }, context())).ok) placed += 1;
      }),
    );
    expect(placed).toBe(1_000);
    expect((await count()) - before).toBeLessThanOrEqual(1_020);
  });
});
