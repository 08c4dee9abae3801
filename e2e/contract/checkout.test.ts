import { describe, expect, test } from 'vitest';
import { buyer, checkout, fillCart, seeOrder } from '@/e2e/support/buyer';
import { callAsOwner, read } from '@/e2e/support/client';
import { at, first } from '@/e2e/support/pick';
import { makeProduct, makeUncountedVariant, makeVariant, stockOf, usd } from '@/e2e/support/product';
import { orderShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';

test('a checkout by lines is a pending order that holds the stock', async () => {
  const product = await makeProduct({ title: 'A print', price: usd(1500), stock: 5 });
  const variant = first(product.variants);
  const who = buyer();
  const answer = await checkout({ ...who, lines: [{ variantId: variant.id, quantity: 2 }] });
  const order = read(answer, 201, orderShape);
  expect(order).toMatchObject({
    status: 'pending',
    email: who.email,
    subtotal: usd(3000),
    discount: usd(0),
    lines: [
      { variantId: variant.id, sku: variant.sku, quantity: 2, unitPrice: usd(1500), lineTotal: usd(3000) },
    ],
  });
  expect(order.total.amount).toBe(order.subtotal.amount + order.shipping.amount + order.tax.amount);
  expect(first(order.lines).title).toContain('A print');
  expect(answer.headers.has('idempotency-replayed')).toBe(false);
  expect(await stockOf(product)).toBe(3);
  expect(await seeOrder(order)).toEqual(order);
});

test('the hold lasts as long as the shop says', async () => {
  const order = read(
    await checkout({ lines: [{ variantId: await makeVariant(), quantity: 1 }] }),
    201,
    orderShape,
  );
  const heldMs = Date.parse(order.expiresAt ?? '') - Date.parse(order.createdAt);
  expect(Math.abs(heldMs - shop.holdSeconds * 1_000)).toBeLessThan(2_000);
  expect(Math.abs(Date.now() - Date.parse(order.createdAt))).toBeLessThan(60_000);
});

test('a checkout by cart orders what the cart holds', async () => {
  const variants = [await makeVariant({ price: usd(100) }), await makeVariant({ price: usd(250) })];
  const cart = await fillCart([
    { variantId: at(variants, 0), quantity: 2 },
    { variantId: at(variants, 1), quantity: 1 },
  ]);
  const order = read(await checkout({ cartId: cart.id }), 201, orderShape);
  expect(order.subtotal).toEqual(cart.subtotal);
  const quantities = Object.fromEntries(order.lines.map((line) => [line.variantId, line.quantity]));
  expect(quantities).toEqual({ [at(variants, 0)]: 2, [at(variants, 1)]: 1 });
});

test('lines of one variant are merged', async () => {
  const product = await makeProduct({ stock: 10 });
  const { id: variantId } = first(product.variants);
  const other = await makeVariant();
  const lines = [
    { variantId, quantity: 1 },
    { variantId: other, quantity: 1 },
    { variantId, quantity: 3 },
  ];
  const order = read(await checkout({ lines }), 201, orderShape);
  expect(order.lines).toHaveLength(2);
  expect(order.lines.find((line) => line.variantId === variantId)).toMatchObject({ quantity: 4 });
  expect(await stockOf(product)).toBe(6);
});

test('a variant that is not counted always sells', async () => {
  const lines = [{ variantId: await makeUncountedVariant(), quantity: 50 }];
  expect(first(read(await checkout({ lines }), 201, orderShape).lines).quantity).toBe(50);
});

describe('the expected total', () => {
  test('lets the order through when it is right', async () => {
    const lines = [{ variantId: await makeVariant(), quantity: 2 }];
    const { total } = read(await checkout({ lines }), 201, orderShape);
    expect(read(await checkout({ lines, expectedTotal: total }), 201, orderShape).total).toEqual(total);
  });
});

test('the address needs no second line and no region', async () => {
  const lines = [{ variantId: await makeVariant(), quantity: 1 }];
  const { region: _region, ...address } = buyer().shippingAddress;
  for (const shippingAddress of [address, { ...address, line2: 'Flat 2', region: 'OR' }]) {
    read(await checkout({ lines, shippingAddress }), 201, orderShape);
  }
});

test('order numbers and ids are never given twice', async () => {
  const variantId = await makeVariant({ stock: 30 });
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => checkout({ lines: [{ variantId, quantity: 1 }] })),
  );
  const orders = answers.map((answer) => read(answer, 201, orderShape));
  for (const field of ['id', 'number', 'token'] as const) {
    expect(new Set(orders.map((order) => order[field])).size, field).toBe(orders.length);
  }
});

test('an order keeps the title and price of the moment of sale', async () => {
  const product = await makeProduct({ title: 'Before', price: usd(700) });
  const order = read(
    await checkout({ lines: [{ variantId: first(product.variants).id, quantity: 1 }] }),
    201,
    orderShape,
  );
  const renamed = await callAsOwner('PATCH', `/api/admin/products/${product.id}`, {
    json: { title: 'After' },
  });
  expect(renamed.status).toBe(200);
  expect((await seeOrder(order)).lines).toEqual(order.lines);
});
