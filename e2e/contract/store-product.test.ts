import { expect, test } from 'vitest';
import { call, read, refused } from '@/e2e/support/client';
import { freshSlug } from '@/e2e/support/fresh';
import { at, first } from '@/e2e/support/pick';
import { makeProduct, usd } from '@/e2e/support/product';
import { storeProductShape } from '@/e2e/support/shapes';

test('a product tells its options and variants, and not how many there are', async () => {
  const made = await makeProduct({
    title: 'Two Sizes',
    descriptionHtml: '<p>On <strong>cotton</strong> paper.</p>',
    vendor: 'Press & Co',
    productType: 'Print',
    tags: ['art', 'paper'],
    options: [{ name: 'Size', values: ['A3', 'A2'] }],
    variants: [
      { title: 'A3', price: usd(2500), stock: 3, optionValues: ['A3'] },
      { title: 'A2', price: usd(4000), stock: 0, optionValues: ['A2'] },
    ],
  });
  const answer = await call('GET', `/api/products/${made.slug}`);
  const product = read(answer, 200, storeProductShape);
  expect(product).toMatchObject({
    id: made.id,
    slug: made.slug,
    title: 'Two Sizes',
    vendor: 'Press & Co',
    productType: 'Print',
    tags: ['art', 'paper'],
    options: [{ name: 'Size', values: ['A3', 'A2'] }],
  });
  expect(product.descriptionHtml).toContain('<strong>cotton</strong>');
  expect(product.variants.map((variant) => variant.available)).toEqual([true, false]);
  expect(product.variants.map((variant) => variant.price)).toEqual([usd(2500), usd(4000)]);
  expect(product.variants.map((variant) => variant.id)).toEqual(made.variants.map((variant) => variant.id));
  expect(answer.text).not.toContain('"stock"');
});

test('a compare-at price is shown beside the price', async () => {
  const variants = [{ price: usd(1500), compareAtPrice: usd(2000), stock: 1 }];
  const made = await makeProduct({ variants });
  const product = read(await call('GET', `/api/products/${made.slug}`), 200, storeProductShape);
  expect(first(product.variants)).toMatchObject({ price: usd(1500), compareAtPrice: usd(2000) });
});

test('a description keeps its text and loses its scripts', async () => {
  const descriptionHtml =
    '<p onclick="steal()">Kept</p><script>steal()</script><img src=x onerror="steal()"><a href="javascript:steal()">link</a><iframe src="//evil.example"></iframe>';
  const made = await makeProduct({ descriptionHtml });
  const product = read(await call('GET', `/api/products/${made.slug}`), 200, storeProductShape);
  expect(product.descriptionHtml).toContain('Kept');
  expect(product.descriptionHtml).not.toMatch(/script|onclick|onerror|iframe|steal/i);
});

test('a title is text and comes back as it was', async () => {
  const title = `<b>Bold</b> & "quoted" 'n ümläut 🎉 ${freshSlug()}`;
  const made = await makeProduct({ title });
  const product = read(await call('GET', `/api/products/${made.slug}`), 200, storeProductShape);
  expect(product.title).toBe(title);
});

test('an unknown product is 404 product-not-found', async () => {
  for (const slug of [freshSlug(), 'x'.repeat(300), '__proto__', '%F0%9F%8E%89', "'%20or%201=1--", 'a%20b']) {
    refused(await call('GET', `/api/products/${slug}`), 404, 'product-not-found');
  }
});

test('ids sort by the time things were made', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 5; index += 1) ids.push((await makeProduct()).id);
  expect(ids.toSorted()).toEqual(ids);
  expect(at(ids, 0)).not.toBe(at(ids, 1));
});
