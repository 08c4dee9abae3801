import { beforeAll, describe, expect, test } from 'vitest';
import { checkout, pay, placeOrder } from '@/e2e/support/buyer';
import { callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { collectPages } from '@/e2e/support/collect-pages';
import { freshEmail } from '@/e2e/support/fresh';
import { makeVariant } from '@/e2e/support/product';
import {
  merchantOrderShape,
  merchantOrderWithTimelineShape,
  ORDER_STATUSES,
  orderShape,
} from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';

let variantId = '';
beforeAll(async () => {
  variantId = await makeVariant({ stock: 1_000 });
});

const list = (query: Record<string, string>, limit = 100) =>
  collectPages('/api/admin/orders', merchantOrderShape, { as: shop.ownerKey, query, limit });
const see = async (id: string) =>
  read(await callAsOwner('GET', `/api/admin/orders/${id}`), 200, merchantOrderWithTimelineShape);

test('an order shows what the buyer sees, and what happened to it', async () => {
  const order = await placeOrder(variantId, 2);
  const before = await see(order.id);
  const { token: _token, payment: _payment, ...facts } = order;
  expect(before).toMatchObject(facts);
  await pay(order, 'test_declined');
  await pay(order, 'test_ok');
  const after = await see(order.id);
  expect(after.status).toBe('paid');
  expect(after.timeline.length).toBeGreaterThan(before.timeline.length);
  const times = after.timeline.map((event) => event.at);
  expect([times.toSorted(), times.toSorted().reverse()]).toContainEqual(times);
});

test('the list pages to the end, no gap and no double, in one order', async () => {
  const email = freshEmail();
  const placed: string[] = [];
  for (let index = 0; index < 7; index += 1) {
    const answer = await checkout({ email, lines: [{ variantId, quantity: 1 }] });
    placed.push(read(answer, 201, orderShape).id);
  }
  for (const limit of [1, 2, 3, 7, 100]) {
    const ids = (await list({ query: email }, limit)).map((order) => order.id);
    expect(ids, `limit ${limit}`).toEqual(placed.toReversed());
  }
});

test('the whole list holds every order once', async () => {
  const order = await placeOrder(variantId);
  const ids = (await list({})).map((found) => found.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain(order.id);
});

test('orders are found by status', async () => {
  const [pending, paid] = [await placeOrder(variantId), await placeOrder(variantId)];
  await pay(paid, 'test_ok');
  for (const status of ORDER_STATUSES) {
    const found = await list({ status });
    expect(
      found.every((order) => order.status === status),
      status,
    ).toBe(true);
    expect(found.some((order) => order.id === pending.id)).toBe(status === 'pending');
    expect(found.some((order) => order.id === paid.id)).toBe(status === 'paid');
  }
});

test('orders are found by number and e-mail', async () => {
  const order = await placeOrder(variantId);
  for (const query of [String(order.number), order.email, order.email.toUpperCase()]) {
    expect(
      (await list({ query })).map((found) => found.id),
      query,
    ).toContain(order.id);
  }
  expect(await list({ query: freshEmail() })).toEqual([]);
});

test('a search of signs is a search, not a fault', async () => {
  for (const query of ["'", '%', '_', '\\', '(', '#', ' ', '🎉', '9'.repeat(40)]) {
    await list({ query });
  }
});

describe('what cannot be', () => {
  test.each(['status=lost', 'status=__proto__', 'limit=0', 'limit=101', 'limit=x'])(
    '%s is 422',
    async (query) => {
      invalid(await callAsOwner('GET', `/api/admin/orders?${query}`));
    },
  );

  test('a cursor that is none is 422', async () => {
    for (const cursor of ['nonsense', 'e30', 'x'.repeat(2_000)]) {
      refused(await callAsOwner('GET', `/api/admin/orders?cursor=${cursor}`), 422);
    }
  });

  test('an unknown order is 404 order-not-found', async () => {
    for (const id of ['ord_00000000-0000-7000-8000-000000000000', 'nonsense', '__proto__']) {
      refused(await callAsOwner('GET', `/api/admin/orders/${id}`), 404, 'order-not-found');
    }
  });
});
