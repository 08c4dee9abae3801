import { beforeAll, describe, expect, test } from 'vitest';
import { buyer, checkout, fillCart } from '@/e2e/support/buyer';
import { callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { at, first } from '@/e2e/support/pick';
import { makeProduct, makeVariant, setStock, stockOf, usd } from '@/e2e/support/product';
import { moneyShape, orderShape, problemShape, totalsShape } from '@/e2e/support/shapes';

let variantId = '';
beforeAll(async () => {
  variantId = await makeVariant({ stock: 1_000 });
});

describe('out of stock', () => {
  test('is 409, names the lines and what there is, and holds nothing', async () => {
    const [plenty, scarce, gone] = [
      await makeProduct({ stock: 9 }),
      await makeProduct({ stock: 2 }),
      await makeProduct({ stock: 0 }),
    ];
    const [a, b, c] = [plenty, scarce, gone].map((product) => first(product.variants).id);
    const lines = [
      { variantId: a, quantity: 1 },
      { variantId: b, quantity: 3 },
      { variantId: c, quantity: 1 },
    ];
    const problem = refused(await checkout({ lines }), 409, 'out-of-stock');
    const named = (problem.errors ?? []).map(({ path, variantId: id, available }) => ({
      path,
      id,
      available,
    }));
    expect(named).toEqual([
      { path: 'lines/1', id: b, available: 2 },
      { path: 'lines/2', id: c, available: 0 },
    ]);
    expect([await stockOf(plenty), await stockOf(scarce), await stockOf(gone)]).toEqual([9, 2, 0]);
  });

  test('counts lines of one variant together', async () => {
    const product = await makeProduct({ stock: 5 });
    const { id } = first(product.variants);
    const lines = [3, 3].map((quantity) => ({ variantId: id, quantity }));
    const problem = refused(await checkout({ lines }), 409, 'out-of-stock');
    expect(first(problem.errors ?? [])).toMatchObject({ variantId: id, available: 5 });
    expect(await stockOf(product)).toBe(5);
  });

  test('holds for a cart whose stock went meanwhile, and the cart can be ordered later', async () => {
    const scarce = await makeVariant({ stock: 2 });
    const cart = await fillCart([{ variantId: scarce, quantity: 2 }]);
    await setStock(scarce, 1);
    const problem = refused(await checkout({ cartId: cart.id }), 409, 'out-of-stock');
    expect(first(problem.errors ?? [])).toMatchObject({ path: 'lines/0', variantId: scarce, available: 1 });
    await setStock(scarce, 2);
    read(await checkout({ cartId: cart.id }), 201, orderShape);
  });

  test('what nobody sells any more is refused, and nothing is held', async () => {
    const product = await makeProduct({ stock: 4 });
    const wish = { lines: [{ variantId: first(product.variants).id, quantity: 1 }] };
    await callAsOwner('PATCH', `/api/admin/products/${product.id}`, { json: { status: 'archived' } });
    const answer = await checkout(wish);
    expect([409, 422], answer.text).toContain(answer.status);
    expect(['out-of-stock', 'validation-failed']).toContain(problemShape.parse(answer.body).code);
    expect(await stockOf(product)).toBe(4);
  });

  test('an unknown variant is refused by its line', async () => {
    for (const id of ['var_00000000-0000-7000-8000-000000000000', 'nonsense', '__proto__', '']) {
      const answer = await checkout({
        lines: [
          { variantId, quantity: 1 },
          { variantId: id, quantity: 1 },
        ],
      });
      expect([409, 422], answer.text).toContain(answer.status);
      const problem = problemShape.parse(answer.body);
      expect(['out-of-stock', 'validation-failed']).toContain(problem.code);
      expect(first(problem.errors ?? []).path).toMatch(/^lines\/1(\/variantId)?$/);
    }
  });
});

describe('a price that is not the expected one', () => {
  test('is 409 price-changed with the new quote, and nothing is held', async () => {
    const product = await makeProduct({ price: usd(1000), stock: 3 });
    const lines = [{ variantId: first(product.variants).id, quantity: 1 }];
    const answer = await checkout({ lines, expectedTotal: usd(1) });
    refused(answer, 409, 'price-changed');
    const { quote } = answer.body as { quote: unknown };
    const totals = totalsShape.parse(quote);
    expect(totals.subtotal).toEqual(usd(1000));
    expect(await stockOf(product)).toBe(3);
    read(await checkout({ lines, expectedTotal: totals.total }), 201, orderShape);
  });

  test('is noticed when the merchant changes it meanwhile', async () => {
    const product = await makeProduct({ price: usd(1000), stock: 3 });
    const { id, sku } = first(product.variants);
    const lines = [{ variantId: id, quantity: 1 }];
    const { total } = read(await checkout({ lines }), 201, orderShape);
    const json = { variants: [{ sku, price: usd(1200) }] };
    expect((await callAsOwner('PATCH', `/api/admin/products/${product.id}`, { json })).status).toBe(200);
    refused(await checkout({ lines, expectedTotal: total }), 409, 'price-changed');
    expect(read(await checkout({ lines }), 201, orderShape).subtotal).toEqual(usd(1200));
  });

  test('in another currency is refused', async () => {
    const lines = [{ variantId, quantity: 1 }];
    const { total } = read(await checkout({ lines }), 201, orderShape);
    const expectedTotal = moneyShape.parse({ ...total, currency: 'EUR' });
    expect([409, 422]).toContain((await checkout({ lines, expectedTotal })).status);
  });
});

describe('a cart', () => {
  test('that nobody knows is 404', async () => {
    refused(await checkout({ cartId: 'cart_00000000-0000-7000-8000-000000000000' }), 404, 'cart-not-found');
  });

  test('that is empty cannot be ordered', async () => {
    const cart = await fillCart([]);
    expect([409, 422]).toContain((await checkout({ cartId: cart.id })).status);
  });

  test('becomes at most one live order', async () => {
    const product = await makeProduct({ stock: 5 });
    const cart = await fillCart([{ variantId: first(product.variants).id, quantity: 1 }]);
    const order = read(await checkout({ cartId: cart.id }), 201, orderShape);
    const answer = await checkout({ cartId: cart.id });
    refused(answer, 409, 'cart-already-ordered');
    expect(answer.body).toMatchObject({ orderId: order.id });
    expect(await stockOf(product)).toBe(4);
  });
});

describe('a checkout that lacks something is 422 and names it', () => {
  const good = () => ({ ...buyer(), lines: [{ variantId, quantity: 1 }] });
  const { shippingAddress } = buyer();
  const without = (field: string) => ({ shippingAddress: { ...shippingAddress, [field]: undefined } });
  test.each([
    ['email', { email: undefined }],
    ['email', { email: 'nobody' }],
    ['email', { email: 'a b@example.com' }],
    ['email', { email: ['a@example.com'] }],
    ['shippingAddress', { shippingAddress: undefined }],
    ['shippingAddress', { shippingAddress: 'here' }],
    ['shippingAddress/name', without('name')],
    ['shippingAddress/line1', without('line1')],
    ['shippingAddress/city', without('city')],
    ['shippingAddress/postalCode', without('postalCode')],
    ['shippingAddress/country', without('country')],
    ['shippingAddress/country', { shippingAddress: { ...shippingAddress, country: 'Atlantis' } }],
    ['lines', { lines: 'all' }],
    ['lines', { lines: [] }],
    ['lines/0/quantity', { lines: [{ variantId: 'var_1', quantity: 0 }] }],
    ['lines/0/variantId', { lines: [{ quantity: 1 }] }],
    ['lines/0', { lines: ['var_1'] }],
    ['lines/0', { lines: [null] }],
    ['expectedTotal', { expectedTotal: 'cheap' }],
  ])('%s: %j', async (path, fault) => {
    invalid(await checkout({ ...good(), ...fault }), path);
  });

  test('neither lines nor a cart', async () => {
    invalid(await checkout({}));
  });

  test('more lines than anyone orders are no fault', async () => {
    const lines = Array.from({ length: 900 }, () => ({ variantId, quantity: 1 }));
    const answer = await checkout({ lines });
    expect([201, 409, 413, 422], answer.text.slice(0, 300)).toContain(answer.status);
    const unknown = Array.from({ length: 500 }, (_, index) => ({ variantId: `var_${index}`, quantity: 1 }));
    expect([409, 413, 422]).toContain((await checkout({ lines: unknown })).status);
  });

  test('every refusal leaves all in stock', async () => {
    const product = await makeProduct({ stock: 3 });
    const lines = [{ variantId: first(product.variants).id, quantity: 1 }];
    for (const fault of [{ email: 'nobody' }, { shippingAddress: {} }, { cartId: 'cart_1' }]) {
      expect((await checkout({ lines, ...fault })).status).toBeGreaterThanOrEqual(400);
    }
    expect(await stockOf(product)).toBe(3);
  });
});

test('lines are named by their place in the request, also after merging', async () => {
  const gone = await makeVariant({ stock: 0 });
  const lines = [variantId, variantId, gone].map((id) => ({ variantId: id, quantity: 1 }));
  const problem = refused(await checkout({ lines }), 409, 'out-of-stock');
  expect(problem.errors).toMatchObject([{ path: 'lines/2', variantId: gone, available: 0 }]);
  expect(at(lines, 2).variantId).toBe(gone);
});
