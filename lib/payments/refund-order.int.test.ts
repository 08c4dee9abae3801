import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeDiscount } from '@/db/testing/discounts';
import { findBrokenMoney } from '@/db/testing/money-invariants';
import { makeOffer } from '@/db/testing/offers';
import { findBrokenStock } from '@/db/testing/stock-invariants';
import { newId, type OrderId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { orderToken } from '@/lib/orders/order-token';
import { placeOrder } from '@/lib/orders/place-order';
import { findOrder, listOrderEvents } from '@/lib/orders/queries';
import { cancelOrder } from './cancel-order';
import { bookRefund } from './internal/test-provider-refunds';
import { payOrder } from './pay-order';
import { type PaymentProvider, ProviderTimeout } from './provider';
import { type RefundContext, type RefundRequest, refundOrder } from './refund-order';
import { settleDueRefunds } from './settle-due-refunds';

const address = { name: 'Ada', line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' };

type Refunder = Pick<PaymentProvider, 'refund'>;
type Line = { variantId: VariantId; quantity: number };

async function place(lines: Line[], discountCode?: string): Promise<OrderId> {
  const outcome = await placeOrder(
    { lines, email: 'ada@example.com', shippingAddress: address, discountCode },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.order.id;
}

async function buy(lines: Line[], discountCode?: string): Promise<OrderId> {
  const id = await place(lines, discountCode);
  const paid = await payOrder(id, { token: await orderToken(id), method: 'test_ok' });
  if (!paid.ok) throw new Error(paid.reason);
  return id;
}

const newKey = (fingerprint = 'cd') => ({ id: toUuid(newId('req')), fingerprint: fingerprint.repeat(32) });

function refund(id: OrderId, request: Partial<RefundRequest> = {}, context: Partial<RefundContext> = {}) {
  return refundOrder(
    id,
    { restock: false, reason: 'changed their mind', ...request },
    { actor: 'test', idempotency: newKey(), ...context },
  );
}

const amountOf = (outcome: Awaited<ReturnType<typeof refund>>) =>
  outcome.ok ? outcome.value.refund.amount.amount : outcome.reason;

async function levelOf(variantId: VariantId) {
  const [row] = await query<{ level: number }>('test_level', 'select stock_level($1::uuid) as level', [
    toUuid(variantId),
  ]);
  return row?.level;
}

async function statusOf(id: OrderId) {
  return (await findOrder(id))?.status;
}

/** What the provider gave back for an order, by its own books. */
async function givenBack(id: OrderId) {
  const [row] = await query<{ sum: number }>(
    'test_given_back',
    `select coalesce(sum(r.amount_minor), 0)::int as sum from test_provider_refunds r
     join payments p on p.id = r.payment_id where p.order_id = $1::uuid and r.succeeded`,
    [toUuid(id)],
  );
  return row?.sum;
}

async function expectSound(id: OrderId, variants: VariantId[]) {
  expect(await findBrokenMoney([id])).toEqual([]);
  expect(await findBrokenStock(variants)).toEqual([]);
}

afterAll(closeDatabase);

describe('a refund', () => {
  it('of everything gives back what was paid, and the units when they are restocked', async () => {
    const variantId = await makeOffer({ priceMinor: 333, stock: 5 });
    const id = await buy([{ variantId, quantity: 3 }]);
    expect(await refund(id, { restock: true })).toMatchObject({
      ok: true,
      value: {
        replayed: false,
        refund: { amount: { amount: 999, currency: 'USD' }, status: 'succeeded', lines: [{ restocked: 3 }] },
      },
    });
    expect([await statusOf(id), await levelOf(variantId), await givenBack(id)]).toEqual(['refunded', 5, 999]);
    expect(amountOf(await refund(id))).toBe('invalid-transition');
    expect((await listOrderEvents(id)).slice(-2)).toMatchObject([
      { kind: 'refund-started', actor: 'test', data: { amount: 999, reason: 'changed their mind' } },
      { kind: 'refund-succeeded', actor: 'provider', data: { amount: 999 } },
    ]);
    const events = await query<{ name: string }>(
      'test_outbox_of',
      `select name from outbox where data ->> 'orderId' = $1 order by id`,
      [id],
    );
    expect(events.map(({ name }) => name)).toContain('orders/refund.succeeded');
    await expectSound(id, [variantId]);
  });

  it('of an amount leaves the rest, and nothing more can go back than that', async () => {
    const variantId = await makeOffer({ priceMinor: 1_000, stock: 1 });
    const id = await buy([{ variantId, quantity: 1 }]);
    expect(amountOf(await refund(id, { amount: 400 }))).toBe(400);
    expect(await statusOf(id)).toBe('partially_refunded');
    expect(await refund(id, { amount: 601 })).toEqual({
      ok: false,
      reason: 'refund-too-large',
      refundable: { amount: 600, currency: 'USD' },
    });
    expect(amountOf(await refund(id, { restock: true }))).toBe(600);
    expect([await statusOf(id), await levelOf(variantId)]).toEqual(['refunded', 1]);
    await expectSound(id, [variantId]);
  });

  it('unit by unit comes to the line to the minor unit, after its discount', async () => {
    const [odd, other] = [
      await makeOffer({ priceMinor: 333, stock: 3 }),
      await makeOffer({ priceMinor: 500 }),
    ];
    const { code } = await makeDiscount({ kind: 'amount', amountMinor: 100, currency: 'USD' });
    const id = await buy(
      [
        { variantId: odd, quantity: 3 },
        { variantId: other, quantity: 1 },
      ],
      code,
    );
    // 100 off 999 and 500: 67 and 33. 932 for three units: 310.67 each, by differences of rounded sums 311, 310, 311.
    const one = { lines: [{ variantId: odd, quantity: 1 }], restock: true };
    const amounts = [await refund(id, one), await refund(id, one), await refund(id, one)].map(amountOf);
    expect(amounts).toEqual([311, 310, 311]);
    expect(await refund(id, one)).toEqual({
      ok: false,
      reason: 'validation-failed',
      errors: [{ path: 'lines/0/quantity', message: 'Only 0 of these can still be refunded.' }],
    });
    expect([await statusOf(id), await levelOf(odd)]).toEqual(['partially_refunded', 3]);
    expect(amountOf(await refund(id))).toBe(467);
    expect([await statusOf(id), await levelOf(other)]).toEqual(['refunded', 9]);
    await expectSound(id, [odd, other]);
  });

  it('of lines names what the order does not have, and takes no more than they cost', async () => {
    const variantId = await makeOffer({ priceMinor: 500 });
    const id = await buy([{ variantId, quantity: 2 }]);
    expect(await refund(id, { lines: [{ variantId: newId('var'), quantity: 1 }] })).toEqual({
      ok: false,
      reason: 'validation-failed',
      errors: [{ path: 'lines/0/variantId', message: 'This order has no such line.' }],
    });
    const lines = [{ variantId, quantity: 1 }];
    expect(amountOf(await refund(id, { lines: [...lines, ...lines, ...lines] }))).toBe('validation-failed');
    expect(amountOf(await refund(id, { lines, amount: 501 }))).toBe('refund-too-large');
    // Less than it cost: what a merchant keeps for the restocking stays refundable.
    expect(amountOf(await refund(id, { lines, amount: 450, restock: true }))).toBe(450);
    expect(await levelOf(variantId)).toBe(9);
    expect(amountOf(await refund(id))).toBe(550);
    await expectSound(id, [variantId]);
  });

  it('happens once for a key, however often and at once it is asked for', async () => {
    const variantId = await makeOffer({ priceMinor: 1_000 });
    const id = await buy([{ variantId, quantity: 1 }]);
    const idempotency = newKey();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => refund(id, { amount: 100 }, { idempotency })),
    );
    expect(outcomes.map(amountOf)).toEqual(Array.from({ length: 10 }, () => 100));
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.value.replayed)).toHaveLength(1);
    expect(await givenBack(id)).toBe(100);
    const other = { idempotency: { ...idempotency, fingerprint: 'ef'.repeat(32) } };
    expect(amountOf(await refund(id, { amount: 200 }, other))).toBe('idempotency-key-reused');
  });

  it('never exceeds what was paid, together with 19 others that race', async () => {
    const variantId = await makeOffer({ priceMinor: 1_000, stock: 10, lanes: 4 });
    const id = await buy([{ variantId, quantity: 3 }]);
    const line = { lines: [{ variantId, quantity: 1 }], restock: true };
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => refund(id, i % 2 ? { amount: 700 } : line)),
    );
    const amounts = outcomes.map(amountOf).filter((amount) => typeof amount === 'number');
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    expect(total).toBeLessThanOrEqual(3_000);
    expect(3_000 - total).toBeLessThan(700);
    expect(await givenBack(id)).toBe(total);
    await expectSound(id, [variantId]);
  });

  it('is refused before the order is paid, and for an order that costs nothing', async () => {
    const id = await place([{ variantId: await makeOffer(), quantity: 1 }]);
    expect(amountOf(await refund(id))).toBe('invalid-transition');
    const free = await place([{ variantId: await makeOffer({ priceMinor: 0 }), quantity: 1 }]);
    expect(amountOf(await refund(free))).toBe('refund-too-large');
    expect(amountOf(await refund(newId('ord')))).toBe('order-not-found');
  });
});

describe('the provider', () => {
  it('that gives the money and is not heard is asked again, and money, units and order move once', async () => {
    const variantId = await makeOffer({ priceMinor: 500, stock: 3 });
    const id = await buy([{ variantId, quantity: 3 }]);
    const deaf: Refunder = {
      refund: async (attempt, signal) => {
        await bookRefund(attempt, signal);
        throw new ProviderTimeout('Not heard.');
      },
    };
    const one = { lines: [{ variantId, quantity: 1 }], restock: true };
    expect(await refund(id, one, { provider: deaf })).toMatchObject({
      ok: true,
      value: { refund: { status: 'in-doubt' } },
    });
    expect([await statusOf(id), await levelOf(variantId)]).toEqual(['paid', 0]);
    // It counts as given back already.
    expect(amountOf(await refund(id, { amount: 1_001 }))).toBe('refund-too-large');
    await Promise.all([settleDueRefunds(), settleDueRefunds(), settleDueRefunds()]);
    expect([await statusOf(id), await levelOf(variantId)]).toEqual(['partially_refunded', 1]);
    expect(await givenBack(id)).toBe(500);
    const kinds = (await listOrderEvents(id)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'refund-succeeded')).toHaveLength(1);
    await expectSound(id, [variantId]);
  });

  it('that was never asked because the process died is asked by whoever settles', async () => {
    const variantId = await makeOffer({ priceMinor: 1_000, stock: 1 });
    const id = await buy([{ variantId, quantity: 1 }]);
    const dying: Refunder = { refund: () => Promise.reject(new Error('killed')) };
    await expect(refund(id, {}, { provider: dying })).rejects.toThrow('killed');
    await settleDueRefunds();
    expect(await statusOf(id)).toBe('paid');
    await atomically([
      sql`update refunds set started_at = now() - interval '1 hour' where order_id = ${toUuid(id)}::uuid`,
    ]);
    await settleDueRefunds();
    expect([await statusOf(id), await givenBack(id)]).toEqual(['refunded', 1_000]);
    await expectSound(id, [variantId]);
  });

  it('that refuses leaves order, units and money as they were, and another refund can succeed', async () => {
    const variantId = await makeOffer({ priceMinor: 1_000, stock: 1 });
    const id = await buy([{ variantId, quantity: 1 }]);
    const refusing: Refunder = { refund: async () => ({ result: 'failed', reason: 'account-closed' }) };
    expect(await refund(id, { restock: true }, { provider: refusing })).toMatchObject({
      ok: true,
      value: { refund: { status: 'failed' } },
    });
    expect([await statusOf(id), await levelOf(variantId)]).toEqual(['paid', 0]);
    expect((await listOrderEvents(id)).at(-1)).toMatchObject({
      kind: 'refund-failed',
      data: { reason: 'account-closed' },
    });
    await expectSound(id, [variantId]);
    expect(amountOf(await refund(id, { restock: true }))).toBe(1_000);
    expect([await statusOf(id), await levelOf(variantId)]).toEqual(['refunded', 1]);
    await expectSound(id, [variantId]);
  });
});

describe('cancelling', () => {
  const cancel = (id: OrderId, context: Partial<RefundContext> = {}) =>
    cancelOrder(id, { reason: 'out of paper' }, { actor: 'test', idempotency: newKey(), ...context });

  it('a paid order refunds it whole, restocks it and frees its code, once', async () => {
    const variants = await Promise.all(
      [1, 4].map((lanes) => makeOffer({ priceMinor: 500, stock: 4, lanes })),
    );
    const { code } = await makeDiscount({ usageLimit: 1 });
    const id = await buy(
      variants.map((variantId) => ({ variantId, quantity: 2 })),
      code,
    );
    const idempotency = newKey();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => cancel(id, { idempotency })));
    expect(outcomes.every((outcome) => outcome.ok && outcome.value.refund?.amount.amount === 1_800)).toBe(
      true,
    );
    expect([await statusOf(id), await givenBack(id)]).toEqual(['cancelled', 1_800]);
    for (const variantId of variants) expect(await levelOf(variantId)).toBe(4);
    expect(await cancel(id)).toEqual({ ok: false, reason: 'invalid-transition' });
    expect(amountOf(await refund(id))).toBe('invalid-transition');
    const [first] = variants;
    if (first) await buy([{ variantId: first, quantity: 1 }], code);
    await expectSound(id, variants);
  });

  it('an order that waits for its payment lets the stock go, but not while the provider is asked', async () => {
    const variantId = await makeOffer({ stock: 1 });
    const id = await place([{ variantId, quantity: 1 }]);
    await payOrder(id, { token: await orderToken(id), method: 'test_timeout' });
    expect(await cancel(id)).toEqual({ ok: false, reason: 'payment-in-progress' });
    const other = await makeOffer({ stock: 1 });
    const waiting = await place([{ variantId: other, quantity: 1 }]);
    expect(await cancel(waiting)).toEqual({ ok: true, value: { refund: null, replayed: false } });
    expect([await statusOf(waiting), await levelOf(other)]).toEqual(['cancelled', 1]);
    expect(await cancel(waiting)).toEqual({ ok: false, reason: 'invalid-transition' });
    await expectSound(waiting, [other]);
  });

  it('whose refund fails leaves the order cancelled, and the money can be given back later', async () => {
    const variantId = await makeOffer({ priceMinor: 1_000, stock: 1 });
    const id = await buy([{ variantId, quantity: 1 }]);
    const refusing: Refunder = { refund: async () => ({ result: 'failed', reason: 'account-closed' }) };
    expect(await cancel(id, { provider: refusing })).toMatchObject({
      ok: true,
      value: { refund: { status: 'failed' } },
    });
    expect(amountOf(await refund(id, { restock: true }))).toBe(1_000);
    expect([await statusOf(id), await levelOf(variantId), await givenBack(id)]).toEqual([
      'cancelled',
      1,
      1_000,
    ]);
    await expectSound(id, [variantId]);
  });

  it('races with refunds and paying, and units and money move once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const variantId = await makeOffer({ priceMinor: 1_000, stock: 2, lanes: 2 });
      const id = await place([{ variantId, quantity: 2 }]);
      const token = await orderToken(id);
      await Promise.all([
        payOrder(id, { token, method: 'test_ok' }),
        new Promise((resolve) => setTimeout(resolve, round * 3)).then(() =>
          Promise.all([cancel(id), refund(id, { amount: 700 }), refund(id, { restock: true }), cancel(id)]),
        ),
      ]);
      await settleDueRefunds();
      await expectSound(id, [variantId]);
    }
  });
});
