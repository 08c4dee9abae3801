import { describe, expect, test } from 'vitest';
import { checkout, placeOrder } from '@/e2e/support/buyer';
import { callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { allAtOnce } from '@/e2e/support/crowd';
import { first } from '@/e2e/support/pick';
import { makeProduct, makeUncountedVariant, makeVariant, stockOf } from '@/e2e/support/product';
import { stockShape } from '@/e2e/support/shapes';

const change = (variantId: string, json: Record<string, unknown>) =>
  callAsOwner('POST', `/api/admin/variants/${variantId}/stock`, { json });
const level = async (variantId: string, json: Record<string, unknown>) =>
  read(await change(variantId, json), 200, stockShape).available;

test('a delta adds and takes, a set counts anew, and the answer is the new level', async () => {
  const variantId = await makeVariant({ stock: 5 });
  expect(await level(variantId, { delta: 7, reason: 'delivery' })).toBe(12);
  expect(await level(variantId, { delta: -2, reason: 'broken' })).toBe(10);
  expect(await level(variantId, { set: 3, reason: 'counted' })).toBe(3);
  expect(await level(variantId, { set: 0, reason: 'gone' })).toBe(0);
});

test('null stops counting, a number starts again', async () => {
  const variantId = await makeVariant({ stock: 1 });
  expect(await level(variantId, { set: null, reason: 'made to order' })).toBeNull();
  expect((await checkout({ lines: [{ variantId, quantity: 40 }] })).status).toBe(201);
  expect(await level(variantId, { set: 2, reason: 'counted' })).toBe(2);
  refused(await checkout({ lines: [{ variantId, quantity: 3 }] }), 409, 'out-of-stock');
});

test('what is held by orders stays held when the rest is counted anew', async () => {
  const product = await makeProduct({ stock: 5 });
  const { id } = first(product.variants);
  await placeOrder(id, 2);
  expect(await level(id, { set: 10, reason: 'delivery' })).toBe(10);
  expect(await level(id, { delta: -10, reason: 'sold in the shop' })).toBe(0);
  expect(await stockOf(product)).toBe(0);
});

test('more than there is cannot be taken away', async () => {
  const product = await makeProduct({ stock: 5 });
  const answer = await change(first(product.variants).id, { delta: -6, reason: 'wrong' });
  expect([409, 422], answer.text).toContain(answer.status);
  expect(await stockOf(product)).toBe(5);
});

test('changes at the same time are all counted', async () => {
  const product = await makeProduct({ stock: 100 });
  const { id } = first(product.variants);
  const deltas = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 5 : -3));
  await allAtOnce(deltas.length, (index) => level(id, { delta: deltas[index], reason: 'at once' }));
  expect(await stockOf(product)).toBe(120);
});

describe('a change that cannot be is 422', () => {
  test.each([
    [{}],
    [{ reason: 'nothing' }],
    [{ delta: 1, set: 1, reason: 'both' }],
    [{ delta: 1.5, reason: 'half' }],
    [{ delta: '1', reason: 'text' }],
    [{ delta: null, reason: 'null' }],
    [{ set: -1, reason: 'negative' }],
    [{ set: 1e12, reason: 'too many' }],
    [{ delta: 1 }],
    [{ set: 1, reason: 7 }],
  ])('%j', async (json) => {
    const product = await makeProduct({ stock: 5 });
    invalid(await change(first(product.variants).id, json));
    expect(await stockOf(product)).toBe(5);
  });
});

test('a delta on what is not counted does not start counting', async () => {
  const variantId = await makeUncountedVariant();
  const answer = await change(variantId, { delta: 1, reason: 'one more' });
  expect([200, 409, 422]).toContain(answer.status);
  expect((await checkout({ lines: [{ variantId, quantity: 30 }] })).status).toBe(201);
});

test('an unknown variant is 404', async () => {
  for (const id of ['var_00000000-0000-7000-8000-000000000000', 'nonsense', '__proto__']) {
    refused(await change(id, { delta: 1, reason: 'unknown' }), 404);
  }
});
