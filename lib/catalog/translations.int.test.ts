import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { newId } from '@/lib/kernel/ids';
import { forget } from '@/lib/platform/cache';
import { createProduct } from './create-product';
import { createProductInput } from './input';
import type { MerchantProduct } from './model';
import {
  findCollection,
  findProductBySlug,
  findProductForMerchant,
  listCollections,
  listProducts,
} from './queries';
import { changeCollection, createCollection } from './save-collection';
import { updateProduct } from './update-product';

const as = { actor: 'test' };
const fresh = (name: string) => `${name}-${newId('req').slice(-12)}`;

beforeAll(async () => {
  await query('test_sell_in_euro', `update shop_settings set currencies = '{EUR}'`, []);
  forget('shop:settings');
});

afterAll(closeDatabase);

async function make(wishes: object): Promise<MerchantProduct> {
  const input = createProductInput.parse({ title: 'Two Bells', status: 'active', ...wishes });
  const created = await createProduct(input, as);
  if (!created.ok) throw new Error(JSON.stringify(created));
  return created.value;
}

test('a product is shown in a language as far as it is translated, in the shop’s own for the rest', async () => {
  const product = await make({
    descriptionHtml: '<p>Rung twice.</p>',
    variants: [{ sku: fresh('A'), price: 1_200 }],
    translations: {
      fr: { title: 'Deux cloches', descriptionHtml: '<p>Sonnées deux fois.<script>x</script></p>' },
      de: {},
    },
  });
  const said = { title: 'Deux cloches', descriptionHtml: '<p>Sonnées deux fois.</p>' };
  expect(product.translations).toEqual({ fr: said });
  expect((await findProductForMerchant(product.id))?.translations).toEqual({ fr: said });
  expect(await findProductBySlug(product.slug, { language: 'fr' })).toMatchObject({
    ...said,
    descriptionText: 'Sonnées deux fois.',
  });
  expect(await findProductBySlug(product.slug, { language: 'it' })).toMatchObject({ title: 'Two Bells' });
  const titled = async (language?: string) =>
    (await listProducts({ limit: 20, language })).items.find(({ id }) => id === product.id)?.title;
  expect([await titled(), await titled('fr')]).toEqual(['Two Bells', 'Deux cloches']);

  const changed = await updateProduct(
    product.id,
    { translations: { fr: { title: 'Cloches', descriptionHtml: '' } } },
    as,
  );
  expect(changed).toMatchObject({ ok: true });
  // What a change does not name stays: here, all that was said in French.
  await updateProduct(product.id, { vendor: 'Ada' }, as);
  forget(`catalog:USD/fr/${product.slug}:product`);
  expect(await findProductBySlug(product.slug, { language: 'fr' })).toMatchObject({
    title: 'Cloches',
    descriptionHtml: '<p>Rung twice.</p>',
    vendor: 'Ada',
  });
});

test('a product has a price for each currency, and is sold in those alone', async () => {
  const inEuro = [{ amount: 1_100, currency: 'EUR', compareAtAmount: 1_400 }];
  const product = await make({
    options: [{ name: 'Size', values: ['S', 'M'] }],
    variants: [
      { sku: fresh('S'), price: 1_200, optionValues: ['S'], prices: inEuro },
      { sku: fresh('M'), price: 1_300, optionValues: ['M'] },
    ],
  });
  expect(product.variants.map(({ prices }) => prices)).toEqual([inEuro, []]);
  const euro = await findProductBySlug(product.slug, { currency: 'EUR' });
  expect(euro?.variants).toMatchObject([
    { price: { amount: 1_100, currency: 'EUR' }, compareAtPrice: { amount: 1_400, currency: 'EUR' } },
  ]);
  const cardIn = async (currency: string) =>
    (await listProducts({ limit: 20, currency })).items.find(({ id }) => id === product.id)?.price;
  expect(await cardIn('EUR')).toEqual({ amount: 1_100, currency: 'EUR' });

  // The shop's own price changes, those in other currencies stay; an empty list takes them away.
  const { id } = product.variants[0] ?? {};
  const other = { id: product.variants[1]?.id };
  const change = (first: object) => updateProduct(product.id, { variants: [{ id, ...first }, other] }, as);
  expect(await change({ price: { amount: 900 } })).toMatchObject({
    value: { variants: [{ price: { amount: 900 }, prices: inEuro }, {}] },
  });
  expect(await change({ prices: [] })).toMatchObject({ value: { variants: [{ prices: [] }, {}] } });
  expect(
    await change({
      prices: [
        { amount: 1, currency: 'CHF' },
        { amount: 1, currency: 'USD' },
      ],
    }),
  ).toMatchObject({
    ok: false,
    errors: [{ path: 'variants/0/prices/0/currency' }, { path: 'variants/0/prices/1/currency' }],
  });
});

test('a collection is translated too', async () => {
  const slug = fresh('bells');
  const created = await createCollection(
    {
      ...{ title: 'Bells', slug, descriptionHtml: '', position: 0, published: true, productIds: [] },
      opensAt: null,
      translations: { fr: { title: 'Cloches', descriptionHtml: '' } },
    },
    as,
  );
  if (!created.ok) throw new Error(created.reason);
  expect(created.value.translations).toEqual({ fr: { title: 'Cloches', descriptionHtml: '' } });
  expect((await findCollection(slug, 'fr'))?.title).toBe('Cloches');
  expect((await findCollection(slug))?.title).toBe('Bells');
  expect((await listCollections('fr')).map(({ title }) => title)).toContain('Cloches');
  const renamed = await changeCollection(created.value.id, { title: 'All bells' }, as);
  expect(renamed).toMatchObject({ value: { translations: created.value.translations } });
});

test('what has moved is found where it was, and says where it is', async () => {
  const [old, now] = [fresh('old'), fresh('now')];
  const { id } = await make({ slug: old, variants: [{ sku: fresh('A'), price: 1 }] });
  await updateProduct(id, { slug: now }, as);
  expect(await findProductBySlug(old)).toMatchObject({ id, slug: now });
  // Whoever takes the address has it.
  const other = await make({ slug: old, variants: [{ sku: fresh('A'), price: 1 }] });
  forget(`catalog:USD//${old}:product`);
  expect(await findProductBySlug(old)).toMatchObject({ id: other.id, slug: old });
  await updateProduct(id, { status: 'archived' }, as);
  expect(await findProductBySlug(fresh('never'))).toBeNull();

  const collection = await createCollection(
    {
      ...{
        title: 'X',
        slug: fresh('was'),
        descriptionHtml: '',
        position: 0,
        published: true,
        productIds: [],
      },
      ...{ opensAt: null, translations: {} },
    },
    as,
  );
  if (!collection.ok) throw new Error(collection.reason);
  const slug = fresh('is');
  await changeCollection(collection.value.id, { slug }, as);
  expect((await findCollection(collection.value.slug))?.slug).toBe(slug);
});
