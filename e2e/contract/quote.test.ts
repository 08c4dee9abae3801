import { beforeAll, describe, expect, test } from 'vitest';
import { buyer, checkout, fillCart, type OrderLine } from '@/e2e/support/buyer';
import { call, invalid, read, refused } from '@/e2e/support/client';
import { first } from '@/e2e/support/pick';
import { makeProduct, makeVariant, stockOf, usd } from '@/e2e/support/product';
import { orderShape, totalsShape } from '@/e2e/support/shapes';

let lines: OrderLine[] = [];
beforeAll(async () => {
  lines = [
    { variantId: await makeVariant({ price: usd(333), stock: 100 }), quantity: 3 },
    { variantId: await makeVariant({ price: usd(10_001), stock: 100 }), quantity: 1 },
  ];
});

const { shippingAddress } = buyer();
const quote = (json: Record<string, unknown>) => call('POST', '/api/checkout/quote', { json });

describe('a quote is what checkout charges', () => {
  const addresses = [
    shippingAddress,
    { ...shippingAddress, region: 'CA', city: 'Los Angeles', postalCode: '90001' },
    { name: 'A', line1: 'Unter den Linden 1', city: 'Berlin', postalCode: '10117', country: 'DE' },
    { name: 'A', line1: '1 rue de Rivoli', city: 'Paris', postalCode: '75001', country: 'FR' },
    { name: 'A', line1: '1 High Street', city: 'London', postalCode: 'SW1A 1AA', country: 'GB' },
  ];
  test.each(addresses)('to $country $region', async (address) => {
    const quoted = await quote({ lines, shippingAddress: address });
    const ordered = await checkout({ lines, shippingAddress: address });
    if (quoted.status === 200) {
      const totals = read(quoted, 200, totalsShape);
      expect(read(ordered, 201, orderShape)).toMatchObject(totals);
      expect(totals.subtotal).toEqual(usd(11_000));
      const { subtotal, shipping, tax, discount, total } = totals;
      expect(total.amount).toBe(subtotal.amount + shipping.amount + tax.amount - discount.amount);
    } else {
      // A shop that does not ship there says so to both, alike.
      expect(ordered.status).toBe(quoted.status);
      expect(refused(ordered, ordered.status).code).toBe(refused(quoted, quoted.status).code);
    }
  });
});

test('a cart is quoted as its lines are', async () => {
  const cart = await fillCart(lines);
  const byCart = read(await quote({ cartId: cart.id, shippingAddress }), 200, totalsShape);
  expect(byCart).toEqual(read(await quote({ lines, shippingAddress }), 200, totalsShape));
});

test('lines of one variant are quoted as one', async () => {
  const { variantId } = first(lines);
  const split = [1, 1, 1].map((quantity) => ({ variantId, quantity }));
  const one = read(await quote({ lines: [{ variantId, quantity: 3 }], shippingAddress }), 200, totalsShape);
  expect(read(await quote({ lines: split, shippingAddress }), 200, totalsShape)).toEqual(one);
});

test('a quote needs no e-mail and no key, and holds nothing', async () => {
  const product = await makeProduct({ stock: 2 });
  const wish = [{ variantId: first(product.variants).id, quantity: 2 }];
  for (let index = 0; index < 3; index += 1)
    read(await quote({ lines: wish, shippingAddress }), 200, totalsShape);
  expect(await stockOf(product)).toBe(2);
  expect((await checkout({ lines: wish })).status).toBe(201);
});

test('a quote of nothing or of the unknown is refused', async () => {
  invalid(await quote({ lines: [], shippingAddress }));
  invalid(await quote({ shippingAddress }));
  refused(
    await quote({ cartId: 'cart_00000000-0000-7000-8000-000000000000', shippingAddress }),
    404,
    'cart-not-found',
  );
});
