import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { findBrokenStock } from '@/db/testing/stock-invariants';
import { newId, type OrderId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { orderToken } from '@/lib/orders/order-token';
import { placeOrder } from '@/lib/orders/place-order';
import { findOrder, listOrderEvents } from '@/lib/orders/queries';
import { releaseDueHolds } from '@/lib/orders/release-due-holds';
import { payOrder } from './pay-order';
import { settleDuePayments } from './settle-due-payments';

const address = { name: 'Ada', line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' };

async function order(stock = 1): Promise<{ id: OrderId; token: string; variantId: VariantId }> {
  const variantId = await makeOffer({ stock });
  const outcome = await placeOrder(
    { lines: [{ variantId, quantity: 1 }], email: 'ada@example.com', shippingAddress: address },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  const { id } = outcome.value.order;
  return { id, token: await orderToken(id), variantId };
}

async function expire(id: OrderId) {
  await atomically([
    sql`update orders set expires_at = now() - interval '1 second' where id = ${toUuid(id)}::uuid`,
  ]);
}

async function countSuccesses(id: OrderId) {
  const [row] = await query<{ count: number }>(
    'test_count_successes',
    `select count(*)::int as count from payments where order_id = $1::uuid and status = 'succeeded'`,
    [toUuid(id)],
  );
  return row?.count;
}

afterAll(closeDatabase);

describe('paying', () => {
  it('pays once, however many try at once, and again is the same yes', async () => {
    const { id, token } = await order();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => payOrder(id, { token, method: 'test_ok' })),
    );
    const reasons = outcomes.map((outcome) => (outcome.ok ? outcome.value.status : outcome.reason));
    expect(reasons.filter((reason) => reason !== 'paid' && reason !== 'payment-in-progress')).toEqual([]);
    expect(await payOrder(id, { token, method: 'test_ok' })).toMatchObject({
      ok: true,
      value: { status: 'paid' },
    });
    expect(await countSuccesses(id)).toBe(1);
  });

  it('that is declined leaves the order held, and another try can succeed', async () => {
    const { id, token } = await order();
    expect(await payOrder(id, { token, method: 'test_declined' })).toEqual({
      ok: false,
      reason: 'payment-declined',
    });
    expect(await findOrder(id)).toMatchObject({ status: 'pending', payment: { status: 'declined' } });
    expect(await payOrder(id, { token, method: 'test_ok' })).toMatchObject({ ok: true });
    expect((await listOrderEvents(id)).map((event) => event.kind)).toEqual([
      'placed',
      'payment-started',
      'payment-declined',
      'payment-started',
      'payment-succeeded',
    ]);
  });

  it('whose answer is lost stays held past its deadline, and is settled by asking the provider', async () => {
    const { id, token, variantId } = await order();
    expect(await payOrder(id, { token, method: 'test_timeout' })).toEqual({
      ok: false,
      reason: 'payment-timeout',
    });
    expect(await payOrder(id, { token, method: 'test_ok' })).toEqual({
      ok: false,
      reason: 'payment-in-progress',
    });
    await expire(id);
    await releaseDueHolds();
    expect(await findOrder(id)).toMatchObject({ status: 'pending', payment: { status: 'in-doubt' } });
    await atomically([sql`update payments set ask_at = now() where order_id = ${toUuid(id)}::uuid`]);
    await Promise.all([settleDuePayments(), settleDuePayments()]);
    expect(await findOrder(id)).toMatchObject({ status: 'paid' });
    expect(await countSuccesses(id)).toBe(1);
    expect(await findBrokenStock([variantId])).toEqual([]);
  });

  it('extends the hold by two minutes, once', async () => {
    const { id, token } = await order();
    const in30s = new Date(Date.now() + 30_000).toISOString();
    await atomically([
      sql`update orders set expires_at = ${in30s}::timestamptz where id = ${toUuid(id)}::uuid`,
    ]);
    await payOrder(id, { token, method: 'test_declined' });
    const extended = (await findOrder(id))?.expiresAt ?? '';
    expect(Date.parse(extended) - Date.now()).toBeGreaterThan(110_000);
    await payOrder(id, { token, method: 'test_declined' });
    expect((await findOrder(id))?.expiresAt).toBe(extended);
  });

  it('is refused once the hold is over, and with a wrong token', async () => {
    const { id, token, variantId } = await order();
    const { token: another } = await order();
    expect(await payOrder(id, { token: another, method: 'test_ok' })).toEqual({
      ok: false,
      reason: 'order-not-found',
    });
    await expire(id);
    expect(await payOrder(id, { token, method: 'test_ok' })).toEqual({
      ok: false,
      reason: 'invalid-transition',
    });
    await releaseDueHolds();
    expect(await findOrder(id)).toMatchObject({ status: 'expired' });
    expect(await findBrokenStock([variantId])).toEqual([]);
  });

  it('an attempt whose process died before it asked is closed at the provider, and the buyer may try again', async () => {
    const { id, token } = await order();
    // What start_payment leaves when the process dies right after it.
    await atomically([
      sql`select start_payment(jsonb_build_object('orderId', ${toUuid(id)}::text, 'paymentId', ${toUuid(newId('pay'))}::text,
            'provider', 'test', 'method', 'test_ok', 'extendSeconds', 120))`,
      sql`update payments set ask_at = now() where order_id = ${toUuid(id)}::uuid`,
    ]);
    await settleDuePayments();
    expect(await findOrder(id)).toMatchObject({ status: 'pending', payment: { status: 'declined' } });
    expect(await payOrder(id, { token, method: 'test_ok' })).toMatchObject({ ok: true });
  });
});
