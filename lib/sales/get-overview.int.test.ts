import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { newId, type OrderId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { orderToken } from '@/lib/orders/order-token';
import { placeOrder } from '@/lib/orders/place-order';
import { payOrder } from '@/lib/payments/pay-order';
import { refundOrder } from '@/lib/payments/refund-order';
import { closeRedis } from '@/lib/platform/redis/client';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { foldSales, refoldSales } from './fold-sales';
import { readOverview } from './get-overview';
import { readFrame } from './internal/frame';
import { BEST_SELLERS_STATEMENT, bestSellersValues } from './internal/read-best-sellers';
import { CONVERSION_STATEMENT, conversionValues } from './internal/read-conversion';
import { SALES_STATEMENT, salesValues } from './internal/read-sales';
import type { Overview } from './model';

// A stack of its own: figures are of everything there is.
let stack: TestStack;
let variant: VariantId;
const ZONE = 'America/St_Johns';

beforeAll(async () => {
  stack = await startTestStack();
  Object.assign(process.env, stack.env);
  await atomically([sql`update shop_settings set time_zone = ${ZONE}`]);
}, 60_000);

beforeEach(async () => {
  // Days of their own for each test: what the others sold lies a year back.
  await atomically([
    sql`update orders set paid_at = paid_at - interval '400 days' where paid_at is not null`,
    sql`update refunds set settled_at = settled_at - interval '400 days' where settled_at is not null`,
    sql`update carts set created_at = created_at - interval '400 days'`,
    sql`truncate sales_quarters, variant_sales_daily, cart_quarters, sales_progress`,
  ]);
  variant = await makeOffer({ priceMinor: 1_000, stock: 1_000 });
});

afterAll(async () => {
  await closeRedis();
  await closeDatabase();
  await stack.stop();
});

async function makeCart(quantity: number): Promise<string> {
  const id = toUuid(newId('cart'));
  await atomically([
    sql`insert into carts (id, currency) values (${id}::uuid, 'USD')`,
    ...(quantity === 0
      ? []
      : [
          sql`insert into cart_lines (cart_id, variant_id, quantity) values (${id}::uuid, ${toUuid(variant)}::uuid, ${quantity}::int)`,
        ]),
  ]);
  return id;
}

async function buy(quantity: number, { isPaid = true, cart }: { isPaid?: boolean; cart?: string } = {}) {
  const placed = await placeOrder(
    {
      lines: [{ variantId: variant, quantity }],
      email: 'ada@example.com',
      shippingAddress: {
        name: 'Ada',
        line1: '1 Main St',
        city: 'Springfield',
        postalCode: '1',
        country: 'US',
      },
    },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  if (!placed.ok) throw new Error(placed.reason);
  const { id } = placed.value.order;
  if (cart) await atomically([sql`update orders set cart_id = ${cart}::uuid where id = ${toUuid(id)}::uuid`]);
  if (!isPaid) return id;
  const paid = await payOrder(id, { token: await orderToken(id), method: 'test_ok' });
  if (!paid.ok) throw new Error(paid.reason);
  return id;
}

/** Moves when an order was paid: so many days before, at the shop's midnight and some seconds. */
const payAt = (id: OrderId, daysAgo: number, seconds: number) =>
  query(
    'test_pay_at',
    `update orders set paid_at = ((now() at time zone '${ZONE}')::date - $2::int)::timestamp at time zone '${ZONE}'
       + make_interval(secs => $3::int) where id = $1::uuid`,
    [toUuid(id), daysAgo, seconds],
  );

const figuresOf = ({ currencies, orders, conversion }: Overview) => ({
  orders,
  conversion,
  units: [currencies[0]?.now.units, currencies[0]?.before.units],
});

describe('what was sold', () => {
  test('counts to the last moment, whether it was folded or not, and is the same either way', async () => {
    const [late, early] = [await buy(2), await buy(3)];
    await buy(7, { isPaid: false });
    await payAt(late, 0, 0);
    await payAt(early, 0, -1);
    await refundOrder(
      early,
      { amount: 500, restock: false, reason: 'scratched' },
      { actor: 'test', idempotency: { id: toUuid(newId('req')), fingerprint: 'cd'.repeat(32) } },
    );
    const fresh = await readOverview({ span: '7d' });
    expect(fresh.orders).toEqual({ now: 2, before: 0 });
    expect(fresh.currencies[0]?.now).toMatchObject({ units: 5, refunded: { amount: 500, currency: 'USD' } });
    const points = fresh.currencies[0]?.points.map(({ now }) => now?.orders);
    expect(points).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect(fresh.bestSellers).toMatchObject([{ units: 5, unitsBefore: 0 }]);

    expect(await foldSales(5_000, 1)).toBe(true);
    expect(
      await query(
        'test_folded',
        "select sum(orders)::int as n from sales_quarters where at > now() - interval '9 days'",
        [],
      ),
    ).toEqual([{ n: 2 }]);
    const { asOf: _, ...folded } = await readOverview({ span: '7d' });
    expect(fresh).toMatchObject(folded);
    await foldSales(5_000);
    await buy(1);
    expect(figuresOf(await readOverview({ span: '7d' }))).toMatchObject({
      orders: { now: 3 },
      units: [6, 0],
    });
  });

  test('today stands beside as much of yesterday, by the hours of the shop’s own clock', async () => {
    const [today, before, later] = [await buy(1), await buy(2), await buy(4)];
    await payAt(today, 0, 0);
    await payAt(before, 1, 0);
    await payAt(later, 1, 86_399);
    const overview = await readOverview({ span: 'today' });
    expect(overview).toMatchObject({ unit: 'hour', isRunning: true });
    const points = overview.currencies[0]?.points ?? [];
    expect(points.length).toBeGreaterThanOrEqual(23);
    expect(points[0]).toMatchObject({ now: { orders: 1 }, before: { orders: 1 } });
    expect(points[0]?.at).toBe(`${overview.period.from}T00:00`);
    // What comes of yesterday after the hour that it is now is on the chart, and in no figure.
    expect(points.reduce((sum, { before: one }) => sum + (one?.orders ?? 0), 0)).toBe(2);
    const [clock] = await query<{ last: boolean }>(
      'test_clock',
      `select (now() at time zone '${ZONE}')::time > '23:44:00' as last`,
      [],
    );
    expect(overview.orders).toEqual({ now: 1, before: clock?.last ? 2 : 1 });
  });

  test('is never added across currencies', async () => {
    const [dollars, euros] = [await buy(1), await buy(1)];
    await atomically([sql`update orders set currency = 'EUR' where id = ${toUuid(euros)}::uuid`]);
    const { currencies, orders } = await readOverview({ span: 'today' });
    expect(dollars).not.toBe(euros);
    expect(orders.now).toBe(2);
    expect(currencies.map(({ currency, now }) => [currency, now.orders])).toEqual([
      ['USD', 1],
      ['EUR', 1],
    ]);
  });
});

test('conversion is of carts with something in them, by when they were begun', async () => {
  await makeCart(0);
  const cart = await makeCart(1);
  await makeCart(2);
  await buy(1, { cart });
  const expected = { now: { carts: 2, ordered: 1 }, before: { carts: 0, ordered: 0 } };
  expect((await readOverview({ span: '7d' })).conversion).toEqual(expected);
  // Ten minutes later they are counted for good.
  await atomically([
    sql`update carts set created_at = created_at - interval '11 minutes' where created_at > now() - interval '1 day'`,
  ]);
  await foldSales(5_000);
  expect((await readOverview({ span: '7d' })).conversion).toEqual(expected);
  await refoldSales(0);
  await refoldSales(1);
  expect((await readOverview({ span: '7d' })).conversion).toEqual(expected);
});

test('what an order came to after it was changed is in the sums by the next night', async () => {
  const id = await buy(2);
  await foldSales(5_000);
  await atomically([sql`update orders set total_minor = total_minor + 100 where id = ${toUuid(id)}::uuid`]);
  const total = async () => (await readOverview({ span: 'today' })).currencies[0]?.now.sales.amount ?? 0;
  const before = await total();
  await refoldSales(0);
  expect((await total()) - before).toBe(100);
  await refoldSales(0);
  expect((await total()) - before).toBe(100);
});

test('two that fold at once count nothing twice', async () => {
  await buy(1);
  await Promise.all([foldSales(5_000), foldSales(5_000), foldSales(5_000)]);
  expect((await readOverview({ span: 'today' })).orders.now).toBe(1);
});

test('what runs out is what few are left of, and what a week like the last would take; soonest first', async () => {
  const slow = await makeOffer({ stock: 2 });
  variant = await makeOffer({ stock: 12 });
  await buy(7);
  const { items } = (await readOverview({ span: 'today' })).runningOut;
  expect(items.map(({ variantId, available, daysLeft }) => [variantId, available, daysLeft])).toEqual(
    expect.arrayContaining([
      [variant, 5, 5],
      [slow, 2, null],
    ]),
  );
  expect(items.findIndex(({ variantId }) => variantId === variant)).toBeLessThan(
    items.findIndex(({ variantId }) => variantId === slow),
  );
});

test('of many orders, only those are read that came since they were folded', async () => {
  await atomically([
    sql`insert into orders (id, status, currency, idempotency_id, fingerprint, shipping_minor, tax_minor, tax_included_minor,
          discount_minor, total_minor, payment_status, placed_expires_at, expires_at, created_at, paid_at)
        select new_uuid_v7(), 'paid', 'USD', gen_random_uuid(), '', 0, 0, 0, 0, 1000, 'succeeded', now(), now(),
          now() - n * interval '16 minutes', now() - n * interval '16 minutes'
        from generate_series(1, 5000) as n`,
    sql`insert into carts (id, currency, created_at)
        select (lpad(to_hex((extract(epoch from now() - n * interval '16 minutes') * 1000)::bigint), 12, '0') || substr(md5(n::text), 1, 20))::uuid,
          'USD', now() - n * interval '16 minutes'
        from generate_series(1, 5000) as n`,
  ]);
  await foldSales(20_000);
  await atomically([sql`analyze orders, carts, sales_quarters, variant_sales_daily, cart_quarters`]);
  const frame = await readFrame({ span: '30d' });
  type Node = { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows': number; Plans?: Node[] };
  const walk = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(walk)];
  for (const [name, text, values] of [
    ['sales', SALES_STATEMENT, salesValues(frame)],
    ['conversion', CONVERSION_STATEMENT, conversionValues(frame)],
    ['best', BEST_SELLERS_STATEMENT, bestSellersValues(frame)],
  ] as const) {
    const [row] = await query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `test_plan_${name}`,
      `explain (analyze, format json) ${text}`,
      values,
    );
    const nodes = row === undefined ? [] : walk(row['QUERY PLAN'][0].Plan);
    const large = nodes.filter((node) => ['orders', 'carts'].includes(node['Relation Name'] ?? ''));
    expect(large.length, name).toBeGreaterThan(0);
    expect(
      large.filter((node) => node['Node Type'] === 'Seq Scan'),
      name,
    ).toEqual([]);
    for (const node of large) expect(node['Actual Rows'], name).toBeLessThan(100);
  }
  const overview = await readOverview({ span: '30d' });
  expect(overview.orders.now).toBeGreaterThan(2_500);
});
