import { beforeAll, describe, expect, test } from 'vitest';
import { buyer, checkout, pay, placeOrder, seeOrder } from '@/e2e/support/buyer';
import { call, invalid, read, refused } from '@/e2e/support/client';
import { first } from '@/e2e/support/pick';
import { makeProduct, makeVariant, stockOf, usd } from '@/e2e/support/product';
import { type Order, orderShape, totalsShape } from '@/e2e/support/shapes';
import { eventually } from '@/e2e/support/wait';

let variantId = '';
beforeAll(async () => {
  variantId = await makeVariant({ stock: 1_000 });
});

/** What payment never changes about an order. */
const frozen = ({ id, number, token, lines, total, email, createdAt }: Order) => ({
  id,
  number,
  token,
  lines,
  total,
  email,
  createdAt,
});

test('a good payment makes the order paid, and the stock stays sold', async () => {
  const product = await makeProduct({ stock: 3 });
  const order = await placeOrder(first(product.variants).id, 2);
  const paid = read(await pay(order, 'test_ok'), 200, orderShape);
  expect(paid.status).toBe('paid');
  expect(frozen(paid)).toEqual(frozen(order));
  expect(await seeOrder(order)).toEqual(paid);
  expect(await stockOf(product)).toBe(1);
});

test('a declined payment is 402, the order stays pending and can be paid', async () => {
  const order = await placeOrder(variantId);
  for (let index = 0; index < 2; index += 1)
    refused(await pay(order, 'test_declined'), 402, 'payment-declined');
  expect((await seeOrder(order)).status).toBe('pending');
  expect(read(await pay(order, 'test_ok'), 200, orderShape).status).toBe('paid');
});

test('paying what is paid is 200 with the same order, whatever the method', async () => {
  const order = await placeOrder(variantId);
  const paid = read(await pay(order, 'test_ok'), 200, orderShape);
  for (const method of ['test_ok', 'test_declined', 'test_timeout']) {
    expect(read(await pay(order, method), 200, orderShape)).toEqual(paid);
  }
});

test('a payment in doubt is 504, is settled later, and the order is never expired meanwhile', {
  timeout: 100_000,
}, async () => {
  const product = await makeProduct({ stock: 1 });
  const order = await placeOrder(first(product.variants).id);
  refused(await pay(order, 'test_timeout', { timeoutMs: 30_000 }), 504, 'payment-timeout');
  const settled = await eventually('the payment is settled', 75_000, async () => {
    const now = await seeOrder(order);
    expect(['pending', 'paid']).toContain(now.status);
    return now.status === 'paid' ? now : undefined;
  });
  expect(frozen(settled)).toEqual(frozen(order));
  expect(await stockOf(product)).toBe(0);
  expect(read(await pay(order, 'test_ok'), 200, orderShape).status).toBe('paid');
});

test('while a payment is in doubt a second one is not begun', async () => {
  const order = await placeOrder(variantId);
  refused(await pay(order, 'test_timeout', { timeoutMs: 30_000 }), 504, 'payment-timeout');
  const second = await pay(order, 'test_ok');
  if (second.status === 200) expect(read(second, 200, orderShape).status).toBe('paid');
  else refused(second, 409, 'payment-in-progress');
});

describe('who may not pay', () => {
  test('a wrong token or an unknown order is 404', async () => {
    const [order, other] = [await placeOrder(variantId), await placeOrder(variantId)];
    const tokens = [
      other.token,
      `${order.token}x`,
      order.token.slice(0, -1),
      order.token.toUpperCase(),
      '',
      'x'.repeat(5_000),
    ];
    for (const token of tokens.filter((candidate) => candidate !== order.token)) {
      const answer = await pay({ id: order.id, token }, 'test_ok');
      if (answer.status !== 422) refused(answer, 404, 'order-not-found');
    }
    const unknown = { id: 'ord_00000000-0000-7000-8000-000000000000', token: order.token };
    refused(await pay(unknown, 'test_ok'), 404, 'order-not-found');
    refused(await pay({ id: 'nonsense', token: order.token }, 'test_ok'), 404, 'order-not-found');
    expect((await seeOrder(order)).status).toBe('pending');
  });

  test('a token or method that is none is 422', async () => {
    const order = await placeOrder(variantId);
    const path = `/api/orders/${order.id}/payment`;
    for (const json of [
      { method: 'test_ok' },
      { method: 'test_ok', token: 1 },
      { method: 'test_ok', token: null },
    ]) {
      invalid(await call('POST', path, { json }), 'token');
    }
    for (const method of [undefined, 'cash', '', 1, null, '__proto__', 'toString', 'test_ok ']) {
      invalid(await call('POST', path, { json: { token: order.token, method } }), 'method');
    }
  });
});

test('a total of 0 is paid at checkout', async ({ skip }) => {
  const lines = [{ variantId: await makeVariant({ price: usd(0), stock: 2 }), quantity: 1 }];
  const { shippingAddress } = buyer();
  const quoted = await call('POST', '/api/checkout/quote', { json: { lines, shippingAddress } });
  if (read(quoted, 200, totalsShape).total.amount > 0) skip('this shop charges for every shipment');
  const order = read(await checkout({ lines }), 201, orderShape);
  expect(order).toMatchObject({ total: usd(0), status: 'paid' });
  expect(read(await pay(order, 'test_ok'), 200, orderShape)).toEqual(order);
});
