import { beforeAll, describe, expect, test } from 'vitest';
import { fillCart, putLine } from '@/e2e/support/buyer';
import { call, invalid, read, refused } from '@/e2e/support/client';
import { first } from '@/e2e/support/pick';
import { makeProduct, makeUncountedVariant, makeVariant, usd } from '@/e2e/support/product';
import { type Cart, cartShape, type MerchantProduct } from '@/e2e/support/shapes';

let product: MerchantProduct;
let variantId = '';
beforeAll(async () => {
  product = await makeProduct({ title: 'A print', price: usd(1250), stock: 10 });
  variantId = first(product.variants).id;
});

const newCart = async () => read(await call('POST', '/api/carts'), 201, cartShape);
const seeCart = async (id: string) => read(await call('GET', `/api/carts/${id}`), 200, cartShape);
const put = async (cart: Cart, variant: string, quantity: number) =>
  read(await putLine(cart.id, variant, quantity), 200, cartShape);

test('a new cart is empty and its own', async () => {
  const [one, two] = [await newCart(), await newCart()];
  expect(one).toMatchObject({ lines: [], subtotal: usd(0) });
  expect(one.id).not.toBe(two.id);
  expect(await seeCart(one.id)).toEqual(one);
});

test('a cart may be asked for with an empty JSON body too', async () => {
  read(await call('POST', '/api/carts', { json: {} }), 201, cartShape);
});

test('a line has the price, its total and the title of what was put in', async () => {
  const cart = await put(await newCart(), variantId, 3);
  expect(cart.subtotal).toEqual(usd(3750));
  expect(cart.lines).toHaveLength(1);
  expect(first(cart.lines)).toMatchObject({
    variantId,
    sku: first(product.variants).sku,
    quantity: 3,
    unitPrice: usd(1250),
    lineTotal: usd(3750),
  });
  expect(first(cart.lines).title).toContain('A print');
  expect(await seeCart(cart.id)).toEqual(cart);
});

test('putting a line again replaces its quantity, 0 removes it', async () => {
  const cart = await put(await newCart(), variantId, 3);
  expect(first((await put(cart, variantId, 5)).lines).quantity).toBe(5);
  expect(await put(cart, variantId, 0)).toMatchObject({ lines: [], subtotal: usd(0) });
  expect(await put(cart, variantId, 0)).toMatchObject({ lines: [] });
});

test('two variants are two lines, and the subtotal is their sum', async () => {
  const other = await makeVariant({ price: usd(99) });
  const cart = await fillCart([
    { variantId, quantity: 1 },
    { variantId: other, quantity: 2 },
  ]);
  expect(new Set(cart.lines.map((line) => line.variantId))).toEqual(new Set([variantId, other]));
  expect(cart.subtotal).toEqual(usd(1448));
});

test('more than is available is 409 and leaves the cart as it was', async () => {
  const cart = await put(await newCart(), variantId, 4);
  refused(await putLine(cart.id, variantId, 11), 409, 'insufficient-stock');
  expect(await seeCart(cart.id)).toEqual(cart);
  expect(first((await put(cart, variantId, 10)).lines).quantity).toBe(10);
});

test('a cart holds nothing: many may want the last ones', async () => {
  const scarce = await makeVariant({ stock: 1 });
  for (let index = 0; index < 3; index += 1) await put(await newCart(), scarce, 1);
});

test('what is not counted is never too much', async () => {
  const cart = await put(await newCart(), await makeUncountedVariant(), 99);
  expect(first(cart.lines).quantity).toBe(99);
});

describe('a quantity that cannot be is 422', () => {
  test.each([-1, 100, 1.5, '2', null, true, [1], {}, undefined])('%j', async (quantity) => {
    invalid(await putLine((await newCart()).id, variantId, quantity), 'quantity');
  });
});

test('an unknown cart is 404 cart-not-found', async () => {
  for (const id of ['cart_00000000-0000-7000-8000-000000000000', 'cart_', 'nonsense', '__proto__', 'ord_1']) {
    refused(await call('GET', `/api/carts/${id}`), 404, 'cart-not-found');
    refused(await putLine(id, variantId, 1), 404, 'cart-not-found');
  }
});

test('an unknown variant is refused and leaves the cart as it was', async () => {
  const cart = await put(await newCart(), variantId, 1);
  for (const id of ['var_00000000-0000-7000-8000-000000000000', 'nonsense', '__proto__']) {
    expect([404, 422], id).toContain((await putLine(cart.id, id, 1)).status);
  }
  expect(await seeCart(cart.id)).toEqual(cart);
});

test('a variant of a draft is not for sale', async () => {
  const draft = await makeVariant({ status: 'draft' });
  expect([404, 409, 422]).toContain((await putLine((await newCart()).id, draft, 1)).status);
});

test('writes to different lines of one cart do not lose each other', async () => {
  const cart = await newCart();
  const variants = await Promise.all(Array.from({ length: 6 }, () => makeVariant()));
  await Promise.all(variants.map((variant) => put(cart, variant, 2)));
  expect((await seeCart(cart.id)).lines).toHaveLength(variants.length);
});
