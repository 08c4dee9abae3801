import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { newId, type OrderId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { orderToken } from '@/lib/orders/order-token';
import { placeOrder } from '@/lib/orders/place-order';
import { payOrder } from '@/lib/payments/pay-order';
import { closeRedis } from '@/lib/platform/redis/client';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { findLatestBookCheck, listBookChecks } from './book-checks';
import { checkBooks } from './check-books';
import { FORGOTTEN, forgetOld } from './forget-old';
import { requestBookCheck } from './request-book-check';

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
    expect(await findLatestBookCheck('stock')).toMatchObject({ actor: 'schedule', faults });
    const asked = await requestBookCheck('stock', { actor: 'staff' });
    expect(await checkBooks('stock', asked.id)).toEqual([]);
    expect(await findLatestBookCheck('stock')).toMatchObject({ id: asked.id, actor: 'staff', faults: [] });
    const { items } = await listBookChecks({ kind: 'stock', limit: 2 });
    expect(items.map(({ faults: found }) => found.length)).toEqual([0, faults.length]);
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
