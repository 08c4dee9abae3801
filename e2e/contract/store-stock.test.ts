import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { placeOrder } from '@/e2e/support/buyer';
import { call, read, refused } from '@/e2e/support/client';
import { makeUncountedVariant, makeVariant, setStock } from '@/e2e/support/product';
import { stockShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';

const shown = async (variantId: string, at = shop.url) =>
  read(await call('GET', `/api/variants/${variantId}/stock`, { at }), 200, stockShape);

test('the stock of a variant is a number', async () => {
  const variantId = await makeVariant({ stock: 7 });
  expect(await shown(variantId)).toEqual({ variantId, available: 7 });
});

test('a variant that is not counted shows null', async () => {
  const variantId = await makeUncountedVariant();
  await sleep(1_000);
  expect(await shown(variantId)).toEqual({ variantId, available: null });
});

test('what is shown is at most 1 s old after a sale, on every instance', async () => {
  const variantId = await makeVariant({ stock: 5 });
  const instances = [shop.url, ...shop.peers];
  for (const instance of instances) await shown(variantId, instance);
  await placeOrder(variantId, 2);
  await sleep(1_000);
  for (const instance of instances) expect((await shown(variantId, instance)).available, instance).toBe(3);
});

test('what is shown is at most 1 s old after the merchant counts anew', async () => {
  const variantId = await makeVariant({ stock: 0 });
  expect((await shown(variantId)).available).toBe(0);
  await setStock(variantId, 12);
  await sleep(1_000);
  expect((await shown(variantId)).available).toBe(12);
});

test('an unknown variant is 404', async () => {
  for (const id of ['var_00000000-0000-7000-8000-000000000000', 'var_', 'nonsense', '__proto__', "1'--"]) {
    refused(await call('GET', `/api/variants/${encodeURIComponent(id)}/stock`), 404);
  }
});
