import { afterAll, expect, it } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { newId, type OrderId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { cancelOrder } from '@/lib/payments/cancel-order';
import { payOrder } from '@/lib/payments/pay-order';
import { refundOrder } from '@/lib/payments/refund-order';
import { changeOrderContact } from './change-order-contact';
import { fulfilOrder, fulfilOrders } from './fulfil-order';
import { closeReturn, requestReturn } from './move-return';
import { orderToken } from './order-token';
import { placeOrder } from './place-order';
import { findOrder, findOrderWork, listOrderEvents } from './queries';

const address = { name: 'Ada', line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' };
const by = { actor: 'test' };

afterAll(closeDatabase);

async function buy(quantity: number): Promise<{ id: OrderId; variantId: VariantId }> {
  const variantId = await makeOffer({ priceMinor: 1_000, stock: 10 });
  const placed = await placeOrder(
    { lines: [{ variantId, quantity }], email: 'ada@example.com', shippingAddress: address },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  if (!placed.ok) throw new Error(placed.reason);
  const { id } = placed.value.order;
  await payOrder(id, { token: await orderToken(id), method: 'test_ok' });
  return { id, variantId };
}

async function stateOf(id: OrderId) {
  const [order, work] = [await findOrder(id), await findOrderWork(id)];
  const [line] = work?.units ?? [];
  return { status: order?.status, fulfilment: work?.fulfilment, toSend: line?.toSend, sent: line?.sent };
}

async function freeUnits(variantId: VariantId): Promise<number> {
  const [row] = await query<{ free: string }>(
    'test_free',
    'select sum(available)::text as free from stock_lanes where variant_id = $1::uuid',
    [toUuid(variantId)],
  );
  return Number(row?.free);
}

it('stays paid until the last unit was sent, and each parcel is announced', async () => {
  const { id, variantId } = await buy(3);
  expect(await stateOf(id)).toEqual({ status: 'paid', fulfilment: 'unsent', toSend: 3, sent: 0 });
  const part = await fulfilOrder(id, { lines: [{ variantId, quantity: 2 }], carrier: 'DHL' }, by);
  expect(part.ok).toBe(true);
  expect(await stateOf(id)).toEqual({ status: 'paid', fulfilment: 'partly-sent', toSend: 1, sent: 2 });
  expect(await fulfilOrder(id, { lines: [{ variantId, quantity: 2 }] }, by)).toMatchObject({
    ok: false,
    reason: 'validation-failed',
    errors: [{ path: 'lines/0/quantity', message: 'Only 1 of these can still be sent.' }],
  });
  expect(await fulfilOrder(id, {}, by)).toMatchObject({ ok: true });
  expect(await stateOf(id)).toEqual({ status: 'fulfilled', fulfilment: 'sent', toSend: 0, sent: 3 });
  const events = await listOrderEvents(id);
  expect(events.map(({ kind }) => kind).slice(-2)).toEqual(['parcel-sent', 'fulfilled']);
  const told = await query<{ name: string }>(
    'test_parcel_facts',
    `select name from outbox where data ->> 'orderId' = $1 and name in ('orders/parcel.sent', 'orders/order.fulfilled')
     order by id`,
    [id],
  );
  expect(told.map(({ name }) => name)).toEqual(['orders/parcel.sent', 'orders/order.fulfilled']);
});

it('never sends more units than were bought, however many send at once', async () => {
  const { id, variantId } = await buy(3);
  const sent = await Promise.all(
    Array.from({ length: 6 }, () => fulfilOrder(id, { lines: [{ variantId, quantity: 1 }] }, by)),
  );
  expect(sent.filter(({ ok }) => ok)).toHaveLength(3);
  expect((await findOrderWork(id))?.parcels).toHaveLength(3);
});

it('is not cancelled once a parcel is on its way', async () => {
  const { id, variantId } = await buy(2);
  await fulfilOrder(id, { lines: [{ variantId, quantity: 1 }] }, by);
  expect(await cancelOrder(id, { reason: 'r' }, by)).toMatchObject({
    ok: false,
    reason: 'order-partly-sent',
  });
});

it('what is left after a refund of a part is sent by its units, and the status tells of the refund', async () => {
  const { id, variantId } = await buy(3);
  await refundOrder(id, { lines: [{ variantId, quantity: 1 }], restock: true, reason: 'gone' }, by);
  expect(await stateOf(id)).toMatchObject({ status: 'partially_refunded', fulfilment: 'unsent', toSend: 2 });
  expect(await fulfilOrder(id, {}, by)).toMatchObject({ ok: false, reason: 'invalid-transition' });
  expect(await fulfilOrder(id, { lines: [{ variantId, quantity: 2 }] }, by)).toMatchObject({ ok: true });
  expect(await stateOf(id)).toMatchObject({ status: 'partially_refunded', fulfilment: 'sent', toSend: 0 });
});

it('the refund of what was not sent ends the sending', async () => {
  const { id, variantId } = await buy(2);
  await fulfilOrder(id, { lines: [{ variantId, quantity: 1 }] }, by);
  await refundOrder(id, { lines: [{ variantId, quantity: 1 }], restock: false, reason: 'gone' }, by);
  expect(await stateOf(id)).toMatchObject({ status: 'partially_refunded', fulfilment: 'sent', toSend: 0 });
});

it('a return comes back once, is refunded once, and puts its units on the shelf if they are fine', async () => {
  const { id, variantId } = await buy(2);
  const lines = [{ variantId, quantity: 1 }];
  expect(await requestReturn(id, { lines, reason: 'too small' }, by)).toMatchObject({ ok: false });
  await fulfilOrder(id, {}, by);
  expect(await requestReturn(id, { lines, reason: 'too small' }, by)).toMatchObject({ ok: true });
  expect(await requestReturn(id, { lines: [{ variantId, quantity: 2 }], reason: 'both' }, by)).toMatchObject({
    ok: false,
    errors: [{ message: 'Only 1 of these can still be returned.' }],
  });
  const returnId = (await findOrderWork(id))?.returns[0]?.id;
  if (returnId === undefined) throw new Error('There is no return.');

  const refund = { lines, restock: true, returnId, reason: 'too small' };
  expect(await refundOrder(id, refund, by)).toMatchObject({ ok: false, errors: [{ path: 'returnId' }] });
  expect(await closeReturn(id, returnId, 'received', by)).toMatchObject({ ok: true });
  expect(await closeReturn(id, returnId, 'cancelled', by)).toMatchObject({
    ok: false,
    reason: 'invalid-transition',
  });
  const before = await freeUnits(variantId);
  expect(await refundOrder(id, refund, by)).toMatchObject({ ok: true });
  expect(await freeUnits(variantId)).toBe(before + 1);
  expect(await refundOrder(id, refund, by)).toMatchObject({ ok: false, errors: [{ path: 'returnId' }] });
  const work = await findOrderWork(id);
  expect(work?.returns[0]).toMatchObject({ status: 'received', refundId: work?.refunds[0]?.id });
});

it('several orders are sent at once, and each that cannot be says why', async () => {
  const [one, other] = [await buy(1), await buy(1)];
  await fulfilOrder(other.id, {}, by);
  const nowhere = `ord_${'0'.repeat(32)}` as OrderId;
  const results = await fulfilOrders([one.id, other.id, nowhere], by);
  expect(Object.fromEntries(results.map(({ id, outcome }) => [id, outcome]))).toEqual({
    [one.id]: 'fulfilled',
    [other.id]: 'invalid-transition',
    [nowhere]: 'order-not-found',
  });
});

it('its address is changed while something is to be sent, never its country, and the books say only that', async () => {
  const { id } = await buy(1);
  const shippingAddress = { ...address, line1: '2 Side St' };
  expect(await changeOrderContact(id, { email: 'bob@example.com', shippingAddress }, by)).toMatchObject({
    ok: true,
  });
  expect(await findOrder(id)).toMatchObject({ email: 'bob@example.com', shippingAddress });
  const event = (await listOrderEvents(id)).at(-1);
  expect(event).toMatchObject({ kind: 'contact-changed', data: { fields: ['email', 'line1'] } });
  expect(
    await changeOrderContact(id, { shippingAddress: { ...shippingAddress, country: 'CA' } }, by),
  ).toMatchObject({ ok: false, errors: [{ path: 'shippingAddress/country' }] });
  await fulfilOrder(id, {}, by);
  expect(await changeOrderContact(id, { email: 'x@example.com' }, by)).toEqual({
    ok: false,
    reason: 'invalid-transition',
  });
});
