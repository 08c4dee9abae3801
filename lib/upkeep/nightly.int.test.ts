import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { newId, type OrderId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { orderToken } from '@/lib/orders/order-token';
import { placeOrder } from '@/lib/orders/place-order';
import { payOrder } from '@/lib/payments/pay-order';
import { refundOrder } from '@/lib/payments/refund-order';
import { closeRedis } from '@/lib/platform/redis/client';
import { rollUpSales } from '@/lib/sales/roll-up-sales';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { checkBooks } from './check-books';
import { FORGOTTEN, forgetOld } from './forget-old';

// A stack of its own: nightly work looks at everything there is.
let stack: TestStack;
let variant: VariantId;

beforeAll(async () => {
  stack = await startTestStack();
  Object.assign(process.env, stack.env);
  variant = await makeOffer({ priceMinor: 1_000, stock: 1_000 });
}, 60_000);

afterAll(async () => {
  await closeRedis();
  await closeDatabase();
  await stack.stop();
});

async function buy(quantity: number, isPaid = true): Promise<OrderId> {
  const placed = await placeOrder(
    {
      lines: [{ variantId: variant, quantity }],
      email: 'ada@example.com',
      shippingAddress: {
        name: 'Ada',
        line1: '1 Main St',
        city: 'Springfield',
        postalCode: '12345',
        country: 'US',
      },
    },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  if (!placed.ok) throw new Error(placed.reason);
  const { id } = placed.value.order;
  if (isPaid) {
    const paid = await payOrder(id, { token: await orderToken(id), method: 'test_ok' });
    if (!paid.ok) throw new Error(paid.reason);
  }
  return id;
}

describe('the books', () => {
  test('balance after sales, and a fault is found and logged', async () => {
    await buy(2);
    expect(await checkBooks('stock')).toEqual([]);
    expect(await checkBooks('money')).toEqual([]);
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await query(
      'test_break',
      'update stock_lanes set available = available + 1 where variant_id = $1::uuid',
      [toUuid(variant)],
    );
    const faults = await checkBooks('stock');
    expect(faults.map(({ what }) => what)).toContain('a lane is not the sum of its ledger');
    expect(logged.mock.calls.join()).toContain('books:broken');
    logged.mockRestore();
    await query('test_mend', 'update stock_lanes set available = available - 1 where variant_id = $1::uuid', [
      toUuid(variant),
    ]);
    expect(await checkBooks('stock')).toEqual([]);
  });
});

describe('daily sales', () => {
  type Day = { day: string; orders: number; units: string; total: string; refunded: string };
  const listDays = () =>
    query<Day>(
      'test_sales_daily',
      `select day::text, orders, units::text, total_minor::text as total, refunded_minor::text as refunded
       from sales_daily order by day`,
      [],
    );
  const payAt = (id: OrderId, time: string) =>
    query('test_pay_at', 'update orders set paid_at = $2::timestamptz where id = $1::uuid', [
      toUuid(id),
      time,
    ]);

  test('are those of the shop’s days, and the same however often they are computed', async () => {
    await atomically([
      sql`update shop_settings set time_zone = 'America/New_York'`,
      sql`update orders set paid_at = now() - interval '60 days' where paid_at is not null`,
    ]);
    const [clock] = await query<{ today: string; midnight: string }>(
      'test_today',
      `select (now() at time zone 'America/New_York')::date::text as today,
         ((now() at time zone 'America/New_York')::date::timestamp at time zone 'America/New_York')::text as midnight`,
      [],
    );
    const { today = '', midnight = '' } = clock ?? {};
    const [late, early] = [await buy(2), await buy(3)];
    await buy(7, false);
    await payAt(late, midnight);
    await query(
      'test_pay_before',
      `update orders set paid_at = $2::timestamptz - interval '1 second' where id = $1::uuid`,
      [toUuid(early), midnight],
    );
    const refunded = await refundOrder(
      early,
      { amount: 500, restock: false, reason: 'scratched' },
      { actor: 'test', idempotency: { id: toUuid(newId('req')), fingerprint: 'cd'.repeat(32) } },
    );
    expect(refunded.ok).toBe(true);

    expect(await rollUpSales(3)).toBe(2);
    const days = await listDays();
    expect(days).toMatchObject([
      { orders: 1, units: '3', refunded: '0' },
      { day: today, orders: 1, units: '2', refunded: '500' },
    ]);
    const [totals] = await query<{ total: string }>(
      'test_totals',
      'select sum(total_minor)::text as total from orders where id = any ($1::uuid[])',
      [`{${toUuid(late)},${toUuid(early)}}`],
    );
    expect(days.reduce((sum, { total }) => sum + Number(total), 0)).toBe(Number(totals?.total));
    await rollUpSales(3);
    expect(await listDays()).toEqual(days);
  });

  test('are computed by one, when two set out at once', async () => {
    const before = await listDays();
    await Promise.all([rollUpSales(3), rollUpSales(3), rollUpSales(3)]);
    expect(await listDays()).toEqual(before);
  });
});

describe('what is old', () => {
  test('is forgotten when its time is over, and what is younger stays', async () => {
    const [endpoint, old, young] = [newId('hook'), newId('dlv'), newId('dlv')].map(toUuid);
    await atomically([
      sql`insert into provider_events (provider, event_id, payment_id, kind, processed_at)
          select 'test', 'e' || days, ${toUuid(newId('pay'))}::uuid, 'succeeded', now() - make_interval(days => days)
          from unnest(array[91, 89]) as days`,
      sql`insert into provider_events (provider, event_id, payment_id, kind, received_at)
          values ('test', 'unprocessed', ${toUuid(newId('pay'))}::uuid, 'succeeded', now() - interval '1 year')`,
      sql`delete from idempotency_keys`,
      sql`insert into idempotency_keys (id, fingerprint, status, body, created_at)
          select gen_random_uuid(), '', 200, '{}', now() - make_interval(hours => hours) from unnest(array[49, 47]) as hours`,
      sql`insert into mails (id, key, kind, recipient, language, html, text, message_id, status, created_at)
          select gen_random_uuid(), 'k' || days, 'x', 'a@example.com', 'en', 'h', 't', 'm', 'sent', now() - make_interval(days => days)
          from unnest(array[367, 364]) as days`,
      sql`insert into webhook_endpoints (id, url, events, created_by) values (${endpoint}::uuid, 'https://x.example', '{a}', 'test')`,
      sql`insert into webhook_deliveries (id, endpoint_id, event_id, type, data, happened_at, created_at)
          values (${old}::uuid, ${endpoint}::uuid, gen_random_uuid(), 'a', '{}', now(), now() - interval '31 days'),
                 (${young}::uuid, ${endpoint}::uuid, gen_random_uuid(), 'a', '{}', now(), now() - interval '29 days')`,
      sql`insert into webhook_attempts (delivery_id, round, number, duration_ms) values (${old}::uuid, 0, 1, 1)`,
      sql`delete from lock_fences`,
      sql`insert into lock_fences (name, token, taken_at)
          values ('old', 1, now() - interval '25 hours'), ('young', 2, now() - interval '23 hours')`,
    ]);
    const counts = await Promise.all(FORGOTTEN.map(forgetOld));
    expect(Object.fromEntries(FORGOTTEN.map((what, at) => [what, counts[at]]))).toEqual({
      'provider-events': 1,
      'idempotency-keys': 1,
      'mail-bodies': 1,
      'webhook-deliveries': 1,
      'lock-fences': 1,
    });
    expect(await Promise.all(FORGOTTEN.map(forgetOld))).toEqual([0, 0, 0, 0, 0]);
    const kept = await query(
      'test_kept',
      `select (select string_agg(event_id, ' ' order by event_id) from provider_events where event_id in ('e89', 'e91', 'unprocessed')) as events,
         (select string_agg(key || coalesce(html, ''), ' ' order by key) from mails) as mails,
         (select string_agg(name, ' ') from lock_fences) as fences`,
      [],
    );
    expect(kept).toEqual([{ events: 'e89 unprocessed', mails: 'k364h k367', fences: 'young' }]);
  });

  test('goes in batches until none is left', async () => {
    await atomically([
      sql`insert into idempotency_keys (id, fingerprint, status, body, created_at)
          select gen_random_uuid(), '', 200, '{}', now() - interval '3 days' from generate_series(1, 12000)`,
    ]);
    expect(await forgetOld('idempotency-keys')).toBe(12_000);
  });
});
