import { describe, expect, test } from 'vitest';
import { buyer, checkout, fillCart, pay, placeOrder, seeOrder } from '@/e2e/support/buyer';
import { type Answer, call, callAsOwner, read, refused } from '@/e2e/support/client';
import { allAtOnce } from '@/e2e/support/crowd';
import { freshKey } from '@/e2e/support/fresh';
import { at, first } from '@/e2e/support/pick';
import { makeProduct, productBody, stockOf } from '@/e2e/support/product';
import { orderShape, problemShape } from '@/e2e/support/shapes';

const ordersOf = (answers: Answer[]) =>
  answers.filter((answer) => answer.status === 201).map((answer) => read(answer, 201, orderShape));
const codesOf = (answers: Answer[]) =>
  new Set(
    answers
      .filter((answer) => answer.status >= 400)
      .map((answer) => `${answer.status} ${problemShape.parse(answer.body).code}`),
  );

describe('a unit is never sold twice', () => {
  test('60 buyers of 20 units: exactly 20 get one, the rest are told', { timeout: 60_000 }, async () => {
    const product = await makeProduct({ stock: 20 });
    const lines = [{ variantId: first(product.variants).id, quantity: 1 }];
    const answers = await allAtOnce(60, () => checkout({ lines }));
    expect(ordersOf(answers)).toHaveLength(20);
    expect(codesOf(answers)).toEqual(new Set(['409 out-of-stock']));
    expect(await stockOf(product)).toBe(0);
  });

  test('30 buyers of 3 units each on 20: exactly 6 get them, 2 units stay', { timeout: 60_000 }, async () => {
    const product = await makeProduct({ stock: 20 });
    const lines = [{ variantId: first(product.variants).id, quantity: 3 }];
    const answers = await allAtOnce(30, () => checkout({ lines }));
    expect(ordersOf(answers)).toHaveLength(6);
    expect(codesOf(answers)).toEqual(new Set(['409 out-of-stock']));
    expect(await stockOf(product)).toBe(2);
  });

  test('40 buyers of two variants in opposite line orders: none is stuck, the sums are exact', {
    timeout: 60_000,
  }, async () => {
    const products = [await makeProduct({ stock: 30 }), await makeProduct({ stock: 25 })];
    const ids = products.map((product) => first(product.variants).id);
    const answers = await allAtOnce(40, (index) => {
      const lines = ids.map((variantId) => ({ variantId, quantity: 1 }));
      return checkout({ lines: index % 2 === 0 ? lines : lines.toReversed() });
    });
    expect(ordersOf(answers)).toHaveLength(25);
    expect(codesOf(answers)).toEqual(new Set(['409 out-of-stock']));
    expect([await stockOf(at(products, 0)), await stockOf(at(products, 1))]).toEqual([5, 0]);
  });

  test('a crowd of mixed baskets over five variants loses no unit', { timeout: 60_000 }, async () => {
    const products = await Promise.all([12, 9, 15, 7, 20].map((stock) => makeProduct({ stock })));
    const answers = await allAtOnce(60, (index) => {
      const lines = [0, 1, 2].map((step) => ({
        variantId: first(at(products, (index * (step + 1) + step * 3) % products.length).variants).id,
        quantity: 1 + ((index + step) % 2),
      }));
      return checkout({ lines });
    });
    const sold = new Map<string, number>();
    for (const line of ordersOf(answers).flatMap((order) => order.lines)) {
      sold.set(line.variantId, (sold.get(line.variantId) ?? 0) + line.quantity);
    }
    for (const product of products) {
      const variant = first(product.variants);
      expect((await stockOf(product)) ?? -1).toBe((variant.stock ?? 0) - (sold.get(variant.id) ?? 0));
    }
    expect([...codesOf(answers)].filter((code) => code !== '409 out-of-stock')).toEqual([]);
  });
});

describe('one key is one order', () => {
  test('20 equal checkouts at once take stock once and get the same bytes', async () => {
    const product = await makeProduct({ stock: 50 });
    const json = { ...buyer(), lines: [{ variantId: first(product.variants).id, quantity: 2 }] };
    const key = freshKey();
    const answers = await allAtOnce(20, () => call('POST', '/api/checkout', { key, json }));
    expect([...codesOf(answers)].filter((code) => code !== '409 request-in-progress')).toEqual([]);
    expect(new Set(answers.filter((answer) => answer.status === 201).map((answer) => answer.text)).size).toBe(
      1,
    );
    const originals = answers.filter(
      (answer) => answer.status === 201 && !answer.headers.has('idempotency-replayed'),
    );
    expect(originals).toHaveLength(1);
    expect(await stockOf(product)).toBe(48);
  });

  test('20 equal keys with different bodies at once are one order', async () => {
    const product = await makeProduct({ stock: 50 });
    const lines = [{ variantId: first(product.variants).id, quantity: 1 }];
    const key = freshKey();
    const answers = await allAtOnce(20, () => checkout({ lines }, { key, json: { ...buyer(), lines } }));
    expect(ordersOf(answers)).toHaveLength(1);
    const allowed = ['422 idempotency-key-reused', '409 request-in-progress'];
    expect([...codesOf(answers)].filter((code) => !allowed.includes(code))).toEqual([]);
    expect(await stockOf(product)).toBe(49);
  });

  test('20 equal keys on the last unit: the winner is repeated, not told it is gone', async () => {
    const product = await makeProduct({ stock: 1 });
    const json = { ...buyer(), lines: [{ variantId: first(product.variants).id, quantity: 1 }] };
    const key = freshKey();
    const answers = await allAtOnce(20, () => call('POST', '/api/checkout', { key, json }));
    expect([...codesOf(answers)].filter((code) => code !== '409 request-in-progress')).toEqual([]);
    expect(new Set(ordersOf(answers).map((order) => order.id)).size).toBe(1);
  });

  test('equal keys that make a product at once make one', async () => {
    const json = productBody();
    const key = freshKey();
    const answers = await allAtOnce(8, () => callAsOwner('POST', '/api/admin/products', { key, json }));
    expect([...codesOf(answers)].filter((code) => code !== '409 request-in-progress')).toEqual([]);
    expect(new Set(answers.filter((answer) => answer.status === 201).map((answer) => answer.text)).size).toBe(
      1,
    );
  });
});

test('10 checkouts of one cart with different keys are one order', async () => {
  const product = await makeProduct({ stock: 50 });
  const cart = await fillCart([{ variantId: first(product.variants).id, quantity: 2 }]);
  const answers = await allAtOnce(10, () => checkout({ cartId: cart.id }));
  const [order] = ordersOf(answers);
  expect(ordersOf(answers)).toHaveLength(1);
  expect(codesOf(answers)).toEqual(new Set(['409 cart-already-ordered']));
  for (const answer of answers.filter((one) => one.status === 409))
    expect(answer.body).toMatchObject({ orderId: order?.id });
  expect(await stockOf(product)).toBe(48);
});

test('payments at once make one paid order, the others see it or wait', async () => {
  const order = await placeOrder(first((await makeProduct()).variants).id);
  const answers = await allAtOnce(6, () => pay(order, 'test_ok'));
  for (const answer of answers) {
    if (answer.status === 200) expect(read(answer, 200, orderShape).status).toBe('paid');
    else refused(answer, 409, 'payment-in-progress');
  }
  expect(answers.some((answer) => answer.status === 200)).toBe(true);
  expect((await seeOrder(order)).status).toBe('paid');
});

test('a good and a declined payment at once never leave a paid order unpaid', async () => {
  for (let round = 0; round < 5; round += 1) {
    const order = await placeOrder(first((await makeProduct()).variants).id);
    const [good] = await Promise.all([pay(order, 'test_ok'), pay(order, 'test_declined')]);
    const { status } = await seeOrder(order);
    expect(status).toBe(good.status === 200 ? 'paid' : 'pending');
  }
});
