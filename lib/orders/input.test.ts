import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { checkoutInput, quoteInput } from './input';

const variantId = newId('var');
const address = { name: ' Ada ', line1: '1 Main St', city: 'Berlin', postalCode: '10117', country: 'de' };
const checkout = (extra: object = {}) =>
  checkoutInput.safeParse({
    lines: [{ variantId, quantity: 1 }],
    email: ' ada@example.com ',
    shippingAddress: address,
    ...extra,
  });
const faults = (extra: object) => checkout(extra).error?.issues.map((issue) => issue.path.join('/'));

describe('a checkout', () => {
  test('is trimmed, its country upper case, what is empty absent', () => {
    const { data } = checkout({ shippingMethod: '', discountCode: null, cartId: null });
    expect(data).toMatchObject({
      email: 'ada@example.com',
      shippingAddress: { name: 'Ada', country: 'DE' },
      lines: [{ variantId, quantity: 1 }],
    });
    expect(data?.shippingMethod).toBeUndefined();
    expect(data?.discountCode).toBeUndefined();
  });

  test('takes a cart or lines, one of them', () => {
    const cartId = newId('cart');
    expect(checkout({ lines: undefined, cartId }).data).toMatchObject({ cartId });
    expect(faults({ cartId })).toEqual(['cartId']);
    expect(faults({ lines: undefined })).toEqual(['lines']);
  });

  test('of a cart that cannot be is of a cart that nobody knows', () => {
    const cartId = 'cart_00000000-0000-7000-8000-000000000000';
    expect(checkout({ lines: undefined, cartId }).data).toMatchObject({ cartId: `cart_${'0'.repeat(32)}` });
    expect(faults({ lines: undefined, cartId: 7 })).toEqual(['cartId']);
  });

  test('expects a total as money or as minor units', () => {
    expect(checkout({ expectedTotal: 1999 }).data?.expectedTotal).toEqual({ amount: 1999 });
    const money = { amount: 1999, currency: 'EUR' };
    expect(checkout({ expectedTotal: money }).data?.expectedTotal).toEqual(money);
    expect(faults({ expectedTotal: 'cheap' })).toEqual(['expectedTotal']);
    expect(faults({ expectedTotal: 19.99 })).toEqual(['expectedTotal']);
  });

  test.each([
    ['lines', { lines: [] }],
    ['lines', { lines: Array.from({ length: 101 }, () => ({ variantId, quantity: 1 })) }],
    ['lines/0/quantity', { lines: [{ variantId, quantity: 100 }] }],
    ['lines/0/quantity', { lines: [{ variantId, quantity: 0 }] }],
    ['lines/0/quantity', { lines: [{ variantId, quantity: 1.5 }] }],
    ['lines/0/variantId', { lines: [{ variantId: 'var_1', quantity: 1 }] }],
    ['email', { email: `${'a'.repeat(250)}@example.com` }],
    ['shippingAddress/country', { shippingAddress: { ...address, country: 'XX' } }],
    ['shippingAddress/name', { shippingAddress: { ...address, name: '  ' } }],
    ['shippingAddress/line1', { shippingAddress: { ...address, line1: 'x'.repeat(201) } }],
  ])('%s is refused (%#)', (path, extra) => {
    expect(faults(extra)?.at(0)).toBe(path);
  });
});

test('a quote needs neither an e-mail nor a whole address', () => {
  const lines = [{ variantId, quantity: 2 }];
  expect(quoteInput.parse({ lines })).toMatchObject({ lines });
  const typing = { lines, email: 'not yet', shippingAddress: { name: '', country: 'us' } };
  expect(quoteInput.parse(typing)).toMatchObject({ country: 'US' });
});
