import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { closeDatabase } from '@/db/client';
import { sellIn } from '@/db/testing/sell-in';
import { newId } from '@/lib/kernel/ids';
import { forget } from '@/lib/platform/cache';
import { countFacets } from './count-facets';
import { createProduct } from './create-product';
import { createProductInput } from './input';
import { findProductForMerchant } from './merchant-products';
import type { MerchantProduct } from './model';
import { findCollection, findProductBySlug, listCollections, listProducts } from './queries';
import { changeCollection, createCollection } from './save-collection';
import { sayLines } from './say-lines';
import { updateProduct } from './update-product';

const as = { actor: 'test' };
const fresh = (name: string) => `${name}-${newId('req').slice(-12)}`;

beforeAll(async () => {
  await sellIn('EUR');
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
      sort: 'newest',
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
      ...{ opensAt: null, sort: 'newest', translations: {} },
    },
    as,
  );
  if (!collection.ok) throw new Error(collection.reason);
  const slug = fresh('is');
  await changeCollection(collection.value.id, { slug }, as);
  expect((await findCollection(collection.value.slug))?.slug).toBe(slug);
});

test('its short texts are said too: options, values, pictures, kind and tags; an unclear choice is not', async () => {
  const words = { Size: 'Format', Small: 'Petit', Large: 'Grand', Mug: 'Tasse', birds: 'oiseaux', Gone: '' };
  const product = await make({
    productType: 'Mug',
    tags: ['birds', 'rare'],
    options: [
      { name: 'Size', values: ['Small', 'Large'] },
      { name: 'Rim', values: ['Red', 'Crimson'] },
    ],
    variants: [
      { sku: fresh('S'), price: 1, optionValues: ['Small', 'Red'] },
      { sku: fresh('L'), price: 2, optionValues: ['Large', 'Crimson'], title: 'The large one' },
    ],
    translations: { fr: { words: { ...words, Red: 'Rouge', Crimson: 'Rouge' } } },
  });
  const { Gone: _, ...kept } = words;
  expect(product.translations).toEqual({ fr: { title: '', descriptionHtml: '', words: kept } });
  const seen = (await findProductBySlug(product.slug, { language: 'fr' })) ?? undefined;
  expect(seen).toMatchObject({
    title: 'Two Bells',
    productType: 'Tasse',
    tags: ['oiseaux', 'rare'],
    options: [
      { name: 'Format', values: ['Petit', 'Grand'] },
      { name: 'Rim', values: ['Red', 'Crimson'] },
    ],
    variants: [
      { title: 'Petit / Red', optionValues: ['Petit', 'Red'] },
      { title: 'The large one', optionValues: ['Grand', 'Crimson'] },
    ],
  });
  // Who writes titles alone says nothing about words.
  const titled = await updateProduct(
    product.id,
    { translations: { fr: { title: 'Cloches', descriptionHtml: '' } } },
    as,
  );
  expect(titled).toMatchObject({ value: { translations: { fr: { title: 'Cloches', words: kept } } } });
  const emptied = await updateProduct(
    product.id,
    { translations: { fr: { title: 'Cloches', descriptionHtml: '', words: {} } } },
    as,
  );
  expect(emptied).toMatchObject({
    value: { translations: { fr: { title: 'Cloches', descriptionHtml: '' } } },
  });
});

test('a list, its counts and lines of a cart speak the language that is asked for, in one statement more', async () => {
  const vendor = fresh('Maker');
  const product = await make({
    vendor,
    options: [{ name: 'Frame', values: ['Oak', 'Black'] }],
    variants: [
      { sku: fresh('O'), price: 1, optionValues: ['Oak'], stock: null },
      { sku: fresh('B'), price: 2, optionValues: ['Black'], stock: null },
    ],
    translations: { fr: { title: 'Deux cloches', words: { Frame: 'Cadre', Oak: 'Chêne' } } },
  });
  const options = async (language?: string) =>
    (await countFacets({ query: `"${vendor}"`, language })).options;
  expect(await options()).toEqual([
    {
      name: 'Frame',
      values: [
        { value: 'Oak', count: 1 },
        { value: 'Black', count: 1 },
      ],
    },
  ]);
  expect(await options('fr')).toEqual([
    {
      name: 'Frame',
      label: 'Cadre',
      values: [
        { value: 'Oak', label: 'Chêne', count: 1 },
        { value: 'Black', count: 1 },
      ],
    },
  ]);
  const lines = product.variants.map(({ id, optionValues: [value = ''] }) => ({
    variantId: id,
    title: product.title,
    options: [{ name: 'Frame', value }],
    quantity: 3,
  }));
  const statements = vi.spyOn(pg.Client.prototype, 'query');
  const said = await sayLines(lines, 'fr');
  expect(statements).toHaveBeenCalledTimes(1);
  expect(await sayLines(lines, undefined)).toBe(lines);
  expect(statements).toHaveBeenCalledTimes(1);
  statements.mockRestore();
  expect(said).toEqual([
    { ...lines[0], title: 'Deux cloches', options: [{ name: 'Cadre', value: 'Chêne' }] },
    { ...lines[1], title: 'Deux cloches', options: [{ name: 'Cadre', value: 'Black' }] },
  ]);
});

test('words are looked for in the language of the page, with and without accents, and in the shop’s own', async () => {
  const word = newId('req')
    .slice(-12)
    .replaceAll(/[^a-z]/g, 'k');
  const product = await make({
    title: `Punt ${word}`,
    vendor: `Pendry ${word}`,
    variants: [{ sku: fresh('F'), price: 1 }],
    translations: {
      fr: {
        title: `Forêt d’étoiles ${word}`,
        descriptionHtml: `<p>Découpées à l’atelier, une œuvre, ${word}.</p>`,
      },
    },
  });
  await make({ title: `Other ${word}`, variants: [{ sku: fresh('X'), price: 1 }] });
  const found = async (query: string, language?: string) =>
    (await listProducts({ query: `${query} ${word}`, language, limit: 9 })).items.map(({ id }) => id);
  for (const query of [
    'étoile',
    'etoiles',
    'forets',
    'FORÊT',
    'découpée',
    'decoupees',
    'decoupe',
    'punts',
    'pendry étoile',
    'd’étoile',
    'œuvre',
    'oeuvre',
  ]) {
    expect([query, await found(query, 'fr')]).toEqual([query, [product.id]]);
  }
  // Begun, and on pages that speak another language not at all.
  expect((await listProducts({ query: `${word} étoi`, language: 'fr', limit: 9 })).items).toHaveLength(1);
  expect((await listProducts({ query: `${word} étoile -étoile`, language: 'fr', limit: 9 })).items).toEqual(
    [],
  );
  expect((await listProducts({ query: `"étoiles ${word}"`, limit: 9 })).items).toEqual([]);
  const { vendor } = await make({
    variants: [{ sku: fresh('A'), price: 1 }],
    translations: { fr: { title: `Quai ${word}` } },
    vendor: 'Ada',
  });
  expect(vendor).toBe('Ada');
  expect(await found('ada quai', 'fr')).toHaveLength(1);
});

test('typing errors are forgiven in the language of the page', async () => {
  const word = `zq${newId('req')
    .slice(-10)
    .replaceAll(/[^a-z]/g, 'k')}`;
  const product = await make({
    title: 'Punt',
    variants: [{ sku: fresh('F'), price: 1 }],
    translations: { fr: { title: `${word}élune` } },
  });
  const typed = `${word}elume`;
  const page = await listProducts({ query: typed, language: 'fr', limit: 9 });
  expect(page).toMatchObject({ correctedQuery: `${word}élune`, items: [{ id: product.id }] });
  expect((await listProducts({ query: typed, limit: 9 })).items).toEqual([]);
  expect(await countFacets({ query: typed, language: 'fr' })).toMatchObject({ total: 1 });
});

test('who made a product is found beside its French words, also after that changed', async () => {
  const [before, after] = [fresh('Maker'), fresh('Maker')];
  const product = await make({
    vendor: before,
    variants: [{ sku: fresh('A'), price: 1 }],
    translations: { fr: { title: 'Cloches' } },
  });
  const found = async (query: string) =>
    (await listProducts({ query, language: 'fr', limit: 9 })).items.length;
  expect(await found(`"${before}" cloche`)).toBe(1);
  await updateProduct(product.id, { vendor: after }, as);
  expect(await found(`"${after}" cloche`)).toBe(1);
});
