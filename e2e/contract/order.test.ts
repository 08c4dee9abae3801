import { beforeAll, expect, test } from 'vitest';
import { placeOrder, seeOrder } from '@/e2e/support/buyer';
import { call, read, refused } from '@/e2e/support/client';
import { makeVariant } from '@/e2e/support/product';
import { orderShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';

let variantId = '';
beforeAll(async () => {
  variantId = await makeVariant({ stock: 100 });
});

test('whoever holds the token sees the order, by header and by query', async () => {
  const order = await placeOrder(variantId);
  expect(await seeOrder(order)).toEqual(order);
  const token = encodeURIComponent(order.token);
  expect(read(await call('GET', `/api/orders/${order.id}?token=${token}`), 200, orderShape)).toEqual(order);
});

test('without the token there is no such order', async () => {
  const [order, other] = [await placeOrder(variantId), await placeOrder(variantId)];
  refused(await call('GET', `/api/orders/${order.id}`), 404, 'order-not-found');
  for (const token of [other.token, `${order.token}x`, order.token.slice(1), '', '*', 'null']) {
    const headers = { 'x-order-token': token };
    refused(await call('GET', `/api/orders/${order.id}`, { headers }), 404, 'order-not-found');
    const search = new URLSearchParams({ token });
    refused(await call('GET', `/api/orders/${order.id}?${search}`), 404, 'order-not-found');
  }
});

test('a merchant credential does not stand for the token', async () => {
  const order = await placeOrder(variantId);
  refused(await call('GET', `/api/orders/${order.id}`, { as: shop.ownerKey }), 404, 'order-not-found');
});

test('an unknown order is 404 for any token', async () => {
  const { token } = await placeOrder(variantId);
  for (const id of ['ord_00000000-0000-7000-8000-000000000000', 'ord_', 'nonsense', '__proto__']) {
    refused(
      await call('GET', `/api/orders/${id}`, { headers: { 'x-order-token': token } }),
      404,
      'order-not-found',
    );
  }
});

test('an order is kept by no shared cache', async () => {
  const order = await placeOrder(variantId);
  const answer = await call('GET', `/api/orders/${order.id}`, { headers: { 'x-order-token': order.token } });
  expect(answer.headers.get('cache-control') ?? '').toMatch(/no-store|private/);
});
