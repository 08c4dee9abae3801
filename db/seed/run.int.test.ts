import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { deleteProduct } from '@/lib/catalog/delete-product';
import { findProductBySlug, listProducts } from '@/lib/catalog/queries';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { demoProducts } from './catalog';
import { seedIfEmpty } from './run';

let stack: TestStack;

beforeAll(async () => {
  // A database of its own: an empty one is what this is about.
  stack = await startTestStack({ seed: 'none' });
  Object.assign(process.env, stack.env, {
    OWNER_EMAIL: 'owner@example.com',
    OWNER_PASSWORD: 'correct horse',
  });
  delete process.env.SEED;
});

afterAll(async () => {
  await closeDatabase();
  await stack.stop();
});

test('an empty database gets the owner and the demo shop, once, in under 3 s', async () => {
  const startedAt = performance.now();
  const results = await Promise.all([seedIfEmpty(), seedIfEmpty()]);
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  expect(results.sort()).toEqual(['already-filled', 'seeded']);
  expect(await seedIfEmpty()).toBe('already-filled');
  const staff = await query('test_staff', 'select email, role from staff', []);
  expect(staff).toEqual([{ email: 'owner@example.com', role: 'owner' }]);
});

test('the demo shop shows what its catalog says, newest first', async () => {
  const { items, nextCursor } = await listProducts({ limit: 100 });
  expect(items.map(({ slug }) => slug)).toEqual(demoProducts.map(({ slug }) => slug));
  expect(nextCursor).toBeNull();
  for (const demo of demoProducts) {
    const product = await findProductBySlug(demo.slug);
    expect(product?.variants.map(({ sku, price }) => [sku, price.amount])).toEqual(
      demo.variants.map(({ sku, priceMinor }) => [sku, priceMinor]),
    );
    // What the merchant wrote is what shoppers read: nothing of it needed cleaning.
    expect(product?.descriptionHtml).toBe(demo.descriptionHtml);
  }
});

test('a shop whose merchant took every product away stays empty', async () => {
  const { items } = await listProducts({ limit: 99 });
  for (const { id } of items)
    expect(await deleteProduct(id, { actor: 'test' })).toEqual({ ok: true, value: 'deleted' });
  expect(await seedIfEmpty()).toBe('already-filled');
});
