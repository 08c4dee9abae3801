import { afterAll, expect, it } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { newId, type OrderId, toUuid } from '@/lib/kernel/ids';
import { cancelOrder } from '@/lib/payments/cancel-order';
import { payOrder } from '@/lib/payments/pay-order';
import { ProviderTimeout } from '@/lib/payments/provider';
import { refundOrder } from '@/lib/payments/refund-order';
import { fulfilOrder } from './fulfil-order';
import { orderToken } from './order-token';
import { placeOrder } from './place-order';
import { findOrder, findOrderWork, listOrderEvents } from './queries';

const address = { name: 'Ada', line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' };
const by = { actor: 'test' };
const newKey = () => ({ id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) });

async function buy(): Promise<OrderId> {
  const variantId = await makeOffer({ priceMinor: 1_000, stock: 2 });
  const placed = await placeOrder(
    { lines: [{ variantId, quantity: 1 }], email: 'ada@example.com', shippingAddress: address },
    { idempotency: newKey(), holdSeconds: 600 },
  );
  if (!placed.ok) throw new Error(placed.reason);
  const { id } = placed.value.order;
  await payOrder(id, { token: await orderToken(id), method: 'test_ok' });
  return id;
}

const factsOf = async (id: OrderId, name: string) =>
  (
    await query<{ data: Record<string, unknown> }>(
      'test_facts',
      `select data from outbox where data ->> 'orderId' = $1 and name = $2`,
      [id, name],
    )
  ).map(({ data }) => data);

afterAll(closeDatabase);

it('happens once, however many say so, and is announced once, by ids alone', async () => {
  const id = await buy();
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => fulfilOrder(id, { carrier: 'DHL', trackingNumber: 'T-1' }, by)),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'invalid-transition')).toHaveLength(
    7,
  );
  expect((await findOrder(id))?.status).toBe('fulfilled');
  expect((await listOrderEvents(id)).at(-1)).toMatchObject({
    kind: 'fulfilled',
    data: { carrier: 'DHL', trackingNumber: 'T-1' },
  });
  expect(await factsOf(id, 'orders/order.fulfilled')).toEqual([
    { orderId: id, fulfilmentId: (await findOrderWork(id))?.parcels[0]?.id },
  ]);
});

it('a key says so once, and knows another parcel', async () => {
  const id = await buy();
  const idempotency = newKey();
  const outcomes = await Promise.all(
    Array.from({ length: 4 }, () => fulfilOrder(id, {}, { ...by, idempotency })),
  );
  expect(outcomes.map((outcome) => outcome.ok && outcome.value.replayed).toSorted()).toEqual([
    false,
    true,
    true,
    true,
  ]);
  const other = { ...by, idempotency: { ...idempotency, fingerprint: 'cd'.repeat(32) } };
  expect(await fulfilOrder(id, {}, other)).toEqual({ ok: false, reason: 'idempotency-key-reused' });
});

it('races with cancelling and a refund: what is given back whole is not sent', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await buy();
    const [sent, cancelled] = await Promise.all([
      fulfilOrder(id, {}, by),
      cancelOrder(id, { reason: 'r' }, by),
    ]);
    expect([sent.ok, cancelled.ok].filter(Boolean)).toHaveLength(1);
  }
  const id = await buy();
  const silent = {
    refund: () => Promise.reject(new ProviderTimeout('late')),
  };
  await refundOrder(id, { restock: false, reason: 'r' }, { ...by, provider: silent });
  expect(await fulfilOrder(id, {}, by)).toEqual({ ok: false, reason: 'refund-in-progress' });
});

it('a refund that the provider refuses leaves its key free for another try', async () => {
  const id = await buy();
  const idempotency = newKey();
  const refusing = { refund: async () => ({ result: 'failed', reason: 'closed' }) as const };
  const request = { restock: false, reason: 'r' };
  await refundOrder(id, request, { ...by, idempotency, provider: refusing });
  const again = await refundOrder(id, request, { ...by, idempotency });
  expect(again).toMatchObject({ ok: true, value: { replayed: false, refund: { status: 'succeeded' } } });
  expect(await factsOf(id, 'orders/refund.succeeded')).toHaveLength(1);
});

it('of what was cancelled, the key goes on standing for the cancelling', async () => {
  const id = await buy();
  const idempotency = newKey();
  const refusing = { refund: async () => ({ result: 'failed', reason: 'closed' }) as const };
  await cancelOrder(id, { reason: 'r' }, { ...by, idempotency, provider: refusing });
  expect(await cancelOrder(id, { reason: 'r' }, { ...by, idempotency })).toMatchObject({
    ok: true,
    value: { replayed: true },
  });
});
