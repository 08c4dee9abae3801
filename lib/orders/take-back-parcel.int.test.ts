import { afterAll, expect, it } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { type FulfilmentId, newId, type OrderId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { payOrder } from '@/lib/payments/pay-order';
import { ProviderTimeout } from '@/lib/payments/provider';
import { refundOrder } from '@/lib/payments/refund-order';
import { fulfilOrder } from './fulfil-order';
import { changeParcel, takeBackParcel } from './move-parcel';
import { closeReturn, requestReturn } from './move-return';
import { orderToken } from './order-token';
import { placeOrder } from './place-order';
import { findOrder, findOrderWork, listOrderEvents } from './queries';

const address = { name: 'Ada', line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' };
const by = { actor: 'test' };
const newKey = () => ({ id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) });

afterAll(closeDatabase);

async function buy(quantity: number): Promise<{ id: OrderId; variantId: VariantId }> {
  const variantId = await makeOffer({ priceMinor: 1_000, stock: 10 });
  const placed = await placeOrder(
    { lines: [{ variantId, quantity }], email: `${newId('req')}@example.com`, shippingAddress: address },
    { idempotency: newKey(), holdSeconds: 600 },
  );
  if (!placed.ok) throw new Error(placed.reason);
  const { id } = placed.value.order;
  await payOrder(id, { token: await orderToken(id), method: 'test_ok' });
  return { id, variantId };
}

async function parcelsOf(id: OrderId): Promise<FulfilmentId[]> {
  return ((await findOrderWork(id))?.parcels ?? []).map((parcel) => parcel.id);
}

/** An order that was sent whole, and its parcel. */
async function sent(quantity = 2) {
  const { id, variantId } = await buy(quantity);
  await fulfilOrder(id, { carrier: 'DHL', trackingNumber: 'T-1' }, by);
  const [parcel] = await parcelsOf(id);
  if (parcel === undefined) throw new Error('There is no parcel.');
  return { id, variantId, parcel };
}

async function stateOf(id: OrderId) {
  const [order, work] = [await findOrder(id), await findOrderWork(id)];
  const [line] = work?.units ?? [];
  return { status: order?.status, fulfilment: work?.fulfilment, toSend: line?.toSend, sent: line?.sent };
}

const told = (id: OrderId) =>
  query<{ name: string; data: Record<string, unknown> }>(
    'test_told',
    `select name, data from outbox
     where data ->> 'orderId' = $1 and (name like 'orders/parcel.%' or name like 'notifications/%') order by name`,
    [id],
  );

it('what was not sent is to be sent again, and the books, the history and the outbox tell of it', async () => {
  const { id, variantId, parcel } = await sent();
  expect(await stateOf(id)).toMatchObject({ status: 'fulfilled', fulfilment: 'sent' });
  expect(await takeBackParcel(id, parcel, by)).toEqual({ ok: true, value: { replayed: false } });
  expect(await stateOf(id)).toEqual({ status: 'paid', fulfilment: 'unsent', toSend: 2, sent: 0 });
  expect((await listOrderEvents(id)).at(-1)).toMatchObject({
    kind: 'parcel-taken-back',
    data: { fulfilmentId: parcel, carrier: 'DHL', trackingNumber: 'T-1' },
  });
  expect(await told(id)).toEqual([
    { name: 'orders/parcel.taken-back', data: { orderId: id, fulfilmentId: parcel } },
  ]);
  const [audit] = await query<{ before: object; after: object }>(
    'test_audit',
    `select before, after from audit_log where subject = $1 and action = 'order.parcel-taken-back'`,
    [id],
  );
  expect(audit).toMatchObject({
    before: { status: 'fulfilled', fulfilmentId: parcel, lines: [{ variantId, quantity: 2 }] },
    after: { status: 'paid' },
  });
  // And the right parcel after it.
  expect(await fulfilOrder(id, { lines: [{ variantId, quantity: 1 }] }, by)).toMatchObject({ ok: true });
  expect(await stateOf(id)).toEqual({ status: 'paid', fulfilment: 'partly-sent', toSend: 1, sent: 1 });
});

it('of two parcels one is taken back, and the order waits for it alone', async () => {
  const { id, variantId } = await buy(3);
  await fulfilOrder(id, { lines: [{ variantId, quantity: 1 }] }, by);
  await fulfilOrder(id, {}, by);
  const [first] = await parcelsOf(id);
  if (first === undefined) throw new Error('There is no parcel.');
  expect(await takeBackParcel(id, first, by)).toMatchObject({ ok: true });
  expect(await stateOf(id)).toEqual({ status: 'paid', fulfilment: 'partly-sent', toSend: 1, sent: 2 });
  await fulfilOrder(id, {}, by);
  expect(await stateOf(id)).toMatchObject({ status: 'fulfilled', fulfilment: 'sent', toSend: 0 });
});

it('happens once, however many ask at once; a key is answered again', async () => {
  const { id, parcel } = await sent();
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => takeBackParcel(id, parcel, by)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((one) => !one.ok && one.reason === 'parcel-not-found')).toHaveLength(7);
  expect(await told(id)).toHaveLength(1);

  const other = await sent();
  const idempotency = newKey();
  const replays = await Promise.all(
    Array.from({ length: 4 }, () => takeBackParcel(other.id, other.parcel, { ...by, idempotency })),
  );
  expect(replays.map((one) => one.ok && one.value.replayed).toSorted()).toEqual([false, true, true, true]);
  const reused = { ...by, idempotency: { ...idempotency, fingerprint: 'cd'.repeat(32) } };
  expect(await takeBackParcel(other.id, other.parcel, reused)).toEqual({
    ok: false,
    reason: 'idempotency-key-reused',
  });
  expect(await takeBackParcel(id, other.parcel, by)).toEqual({ ok: false, reason: 'parcel-not-found' });
});

it('what is coming back, or came, was sent', async () => {
  const { id, variantId, parcel } = await sent();
  await requestReturn(id, { lines: [{ variantId, quantity: 1 }], reason: 'bent' }, by);
  expect(await takeBackParcel(id, parcel, by)).toEqual({ ok: false, reason: 'parcel-returned' });
  const returnId = (await findOrderWork(id))?.returns[0]?.id;
  if (returnId === undefined) throw new Error('There is no return.');
  await closeReturn(id, returnId, 'cancelled', by);
  expect(await takeBackParcel(id, parcel, by)).toMatchObject({ ok: true });
});

it('races with a return: exactly one of the two happens', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { id, variantId, parcel } = await sent();
    const lines = [{ variantId, quantity: 1 }];
    const [back, returned] = await Promise.all([
      takeBackParcel(id, parcel, by),
      requestReturn(id, { lines, reason: 'bent' }, by),
    ]);
    expect([back.ok, returned.ok].filter(Boolean)).toHaveLength(1);
    if (!back.ok) expect(back.reason).toBe('parcel-returned');
    expect(await stateOf(id)).toMatchObject(back.ok ? { toSend: 2, sent: 0 } : { toSend: 0, sent: 2 });
  }
});

it('races with sending: no unit is sent twice', async () => {
  const { id, variantId } = await buy(2);
  await fulfilOrder(id, { lines: [{ variantId, quantity: 1 }] }, by);
  const [first] = await parcelsOf(id);
  if (first === undefined) throw new Error('There is no parcel.');
  await Promise.all([takeBackParcel(id, first, by), fulfilOrder(id, {}, by), fulfilOrder(id, {}, by)]);
  const state = await stateOf(id);
  expect((state.sent ?? 0) + (state.toSend ?? 0)).toBe(2);
  expect(state.status).toBe(state.toSend === 0 ? 'fulfilled' : 'paid');
});

it('what was refunded stays refunded, and nothing is taken back while money is on its way', async () => {
  const { id, variantId, parcel } = await sent();
  const half = { lines: [{ variantId, quantity: 1 }], restock: false, reason: 'late' };
  const silent = { refund: () => Promise.reject(new ProviderTimeout('late')) };
  await refundOrder(id, half, by);
  const other = await sent();
  await refundOrder(other.id, { restock: false, reason: 'late' }, { ...by, provider: silent });
  expect(await takeBackParcel(other.id, other.parcel, by)).toEqual({
    ok: false,
    reason: 'refund-in-progress',
  });
  expect(await takeBackParcel(id, parcel, by)).toMatchObject({ ok: true });
  expect(await stateOf(id)).toEqual({
    status: 'partially_refunded',
    fulfilment: 'unsent',
    toSend: 1,
    sent: 0,
  });
});

it('what was noted wrongly is corrected, and told where it is asked for', async () => {
  const { id, parcel } = await sent();
  const corrected = { trackingNumber: 'T-2', carrier: null, tellBuyer: true };
  expect(await changeParcel(id, parcel, corrected, by)).toMatchObject({ ok: true });
  expect((await findOrderWork(id))?.parcels[0]).toMatchObject({ carrier: null, trackingNumber: 'T-2' });
  expect((await listOrderEvents(id)).at(-1)).toMatchObject({
    kind: 'parcel-changed',
    data: { fulfilmentId: parcel, trackingNumber: 'T-2' },
  });
  expect(await told(id)).toMatchObject([
    {
      name: 'notifications/order-mail.requested',
      data: { kind: 'order-shipped', fulfilmentId: parcel, again: expect.stringMatching(/^evt_/) },
    },
    { name: 'orders/parcel.changed', data: { fulfilmentId: parcel } },
  ]);
  // The same once more changes nothing and tells nobody.
  await changeParcel(id, parcel, { trackingNumber: 'T-2', tellBuyer: false }, by);
  expect(await told(id)).toHaveLength(2);
  expect(await changeParcel(id, newId('ful'), corrected, by)).toEqual({
    ok: false,
    reason: 'parcel-not-found',
  });
});
