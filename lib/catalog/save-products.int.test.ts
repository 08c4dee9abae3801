import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { findBrokenStock } from '@/db/testing/stock-invariants';
import { newId, type ProductId, toUuid } from '@/lib/kernel/ids';
import { findProduct, findProductsBySlug } from './find-products';
import type { ProductDraft, StoredProduct } from './model';
import { saveProducts } from './save-products';
import { newDraft, newVariant } from './testing/drafts';

afterAll(closeDatabase);

const context = { actor: 'test', reason: 'test' };

async function save(draft: ProductDraft, before: StoredProduct | null = null): Promise<StoredProduct> {
  const saved = await saveProducts([{ draft, before }], context);
  if (!saved.ok) throw new Error(saved.reason);
  return stored(draft.id);
}

async function stored(id: ProductId): Promise<StoredProduct> {
  const found = await findProduct(id);
  if (found === null) throw new Error(`${id} is not there`);
  return found;
}

const offersOf = (id: ProductId) =>
  query<{ variant: string; currency: string; price: string; sellable: boolean; options: unknown }>(
    'test_offers',
    `select variant_id::text as variant, currency, price_minor::text as price, sellable, options from offers
     where product_id = $1::uuid order by variant_id, currency`,
    [toUuid(id)],
  );

const listingsOf = (id: ProductId) =>
  query<{ currency: string; price: string; values: string }>(
    'test_listings',
    `select currency, price_minor::text as price, array_to_string(option_values, ' ') as values from listings
     where product_id = $1::uuid order by currency`,
    [toUuid(id)],
  );

/** The collections that orders know of, for discounts. */
const offeredIn = async (id: ProductId) => {
  const rows = await query<{ id: string }>(
    'test_offered_in',
    'select collection_id::text as id from offer_collections where product_id = $1::uuid',
    [toUuid(id)],
  );
  return rows.map((row) => row.id);
};

const movementsOf = (draft: ProductDraft) =>
  query<{ delta: number; kind: string; reason: string }>(
    'test_movements',
    `select delta, kind::text, reason from stock_movements
     where variant_id = any ($1::uuid[]) order by variant_id, id`,
    [draft.variants.map(({ id }) => toUuid(id))],
  );

describe('a new product', () => {
  test('reads as it was saved, whole', async () => {
    const image = {
      id: newId('img'),
      alt: 'A print',
      sourceUrl: 'https://example.com/a.jpg',
      path: null,
      width: null,
      height: null,
    };
    const draft = newDraft({
      descriptionHtml: '<p>On <strong>cotton</strong></p>',
      tags: ['art', 'a, b', '"quoted"', '{}'],
      options: [{ name: 'Size', values: ['A3', 'A2'] }],
      images: [image],
      variants: [
        newVariant({ optionValues: ['A3'], imageId: image.id, barcode: '123', weightGrams: 250, stock: 4 }),
        newVariant({ optionValues: ['A2'], stock: null, taxClass: 'exempt', requiresShipping: false }),
      ],
      collectionIds: [],
      translations: {},
    });
    expect((await save(draft)).draft).toEqual(draft);
  });

  test('has its opening stock in the ledger, and none that is not counted', async () => {
    const variants = [
      newVariant({ optionValues: ['S'], stock: 7 }),
      newVariant({ optionValues: ['M'], stock: 0 }),
      newVariant({ optionValues: ['L'], stock: null }),
      newVariant({ optionValues: ['XL'], stock: undefined }),
    ];
    const options = [{ name: 'Size', values: ['S', 'M', 'L', 'XL'] }];
    const { draft } = await save(newDraft({ options, variants }));
    expect(draft.variants.map(({ stock }) => stock)).toEqual([7, 0, null, 0]);
    expect(await movementsOf(draft)).toEqual([{ delta: 7, kind: 'receive', reason: 'test' }]);
    expect(await findBrokenStock(draft.variants.map(({ id }) => id))).toEqual([]);
  });

  test('can be bought and listed in each of its currencies once it is active', async () => {
    const price = (currency: string, priceMinor: number) => ({ currency, priceMinor, compareAtMinor: null });
    const variants = [
      newVariant({ optionValues: ['S'], prices: [price('EUR', 900), price('USD', 1000)] }),
      newVariant({ optionValues: ['M'], prices: [price('USD', 800)] }),
    ];
    const options = [{ name: 'Size', values: ['S', 'M'] }];
    const draft = newDraft({ options, variants });
    await save(draft);
    expect(await listingsOf(draft.id)).toEqual([
      { currency: 'EUR', price: '900', values: 'Size:S Size:M' },
      { currency: 'USD', price: '800', values: 'Size:S Size:M' },
    ]);
    const offers = await offersOf(draft.id);
    expect(offers.map(({ price: amount, sellable }) => [amount, sellable])).toEqual([
      ['900', true],
      ['1000', true],
      ['800', true],
    ]);
    expect(offers[0]?.options).toEqual([{ name: 'Size', value: 'S' }]);
    const hidden = newDraft({ status: 'draft' });
    await save(hidden);
    expect(await listingsOf(hidden.id)).toEqual([]);
    expect((await offersOf(hidden.id)).map(({ sellable }) => sellable)).toEqual([false]);
  });

  test('is told to the audit log and the outbox, once', async () => {
    const draft = newDraft();
    await save(draft);
    const [row] = await query<{ audits: number; events: number }>(
      'test_records',
      `select (select count(*)::int from audit_log where subject = $1 and action = 'product.created') as audits,
              (select count(*)::int from outbox where name = 'catalog/product.created'
                 and data ->> 'productId' = $1) as events`,
      [draft.id],
    );
    expect(row).toEqual({ audits: 1, events: 1 });
  });

  test('with a slug that is taken is refused, and nothing of the batch stays', async () => {
    const taken = newDraft();
    await save(taken);
    const [fine, clash] = [newDraft(), newDraft({ slug: taken.slug })];
    const saves = [fine, clash].map((draft) => ({ draft, before: null }));
    expect(await saveProducts(saves, context)).toEqual({ ok: false, reason: 'slug-taken' });
    expect(await findProduct(fine.id)).toBeNull();
    expect(await offersOf(fine.id)).toEqual([]);
  });
});

describe('a changed product', () => {
  const options = [{ name: 'Size', values: ['S', 'M', 'L'] }];
  const sized = (stock: number) =>
    newDraft({
      options,
      variants: ['S', 'M'].map((value) => newVariant({ optionValues: [value], stock })),
    });

  test('loses the variants that are not in it any more: off sale, stock 0, and not deleted', async () => {
    const before = await save(sized(5));
    const [kept, gone] = before.draft.variants;
    if (!kept || !gone) throw new Error('two variants');
    const after = await save({ ...before.draft, variants: [kept] }, before);
    expect(after.draft.variants.map(({ id }) => id)).toEqual([kept.id]);
    expect(await movementsOf({ ...after.draft, variants: [gone] })).toMatchObject([
      { delta: 5, kind: 'receive' },
      { delta: -5, kind: 'adjust' },
    ]);
    const offers = await offersOf(before.draft.id);
    expect(offers.map(({ variant, sellable }) => [variant, sellable])).toEqual([
      [toUuid(kept.id), true],
      [toUuid(gone.id), false],
    ]);
    expect(await findBrokenStock([kept.id, gone.id])).toEqual([]);
  });

  test('may have two variants trade places', async () => {
    const before = await save(sized(1));
    const [one, two] = before.draft.variants;
    if (!one || !two) throw new Error('two variants');
    const variants = [
      { ...one, optionValues: two.optionValues },
      { ...two, optionValues: one.optionValues },
    ];
    expect((await save({ ...before.draft, variants }, before)).draft.variants).toEqual(variants);
  });

  test('keeps the stock that nobody spoke of, though it was sold meanwhile', async () => {
    const before = await save(sized(5));
    const [variant] = before.draft.variants;
    if (!variant) throw new Error('a variant');
    await atomically([
      sql`select adjust_stock(jsonb_build_object('variantId', ${toUuid(variant.id)}::text, 'delta', -2, 'kind', 'adjust', 'actor', 'test'))`,
    ]);
    const variants = before.draft.variants.map((old) => ({ ...old, title: 'New', stock: undefined }));
    const after = await save({ ...before.draft, variants }, before);
    expect(after.draft.variants.map(({ stock }) => stock)).toEqual([3, 5]);
  });

  test('is off the shelf when it is archived, and back when it is active again', async () => {
    const before = await save(sized(5));
    const archived = await save({ ...before.draft, status: 'archived' }, before);
    expect(await listingsOf(before.draft.id)).toEqual([]);
    expect((await offersOf(before.draft.id)).map(({ sellable }) => sellable)).toEqual([false, false]);
    await save({ ...archived.draft, status: 'active' }, archived);
    expect(await listingsOf(before.draft.id)).toHaveLength(1);
    expect((await offersOf(before.draft.id)).map(({ sellable }) => sellable)).toEqual([true, true]);
  });

  test('that was changed by another meanwhile is refused', async () => {
    const before = await save(sized(5));
    await save({ ...before.draft, title: 'First' }, before);
    const late = await saveProducts([{ draft: { ...before.draft, title: 'Late' }, before }], context);
    expect(late).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect((await stored(before.draft.id)).draft.title).toBe('First');
  });

  test('that changes nothing is not written', async () => {
    const before = await save(sized(5));
    const saved = await saveProducts([{ draft: before.draft, before }], context);
    expect(saved.ok && saved.value[0]?.isChanged).toBe(false);
    expect((await stored(before.draft.id)).version).toBe(before.version);
  });

  test('loses and gains images, options, prices and collections', async () => {
    const collection = newId('col');
    await atomically([
      sql`insert into collections (id, slug, title) values (${toUuid(collection)}::uuid, ${collection}, 'C')`,
    ]);
    const picture = () => ({
      id: newId('img'),
      alt: '',
      sourceUrl: null,
      path: '/art/x',
      width: 1200,
      height: 1600,
    });
    const [one, two] = [picture(), picture()];
    const before = await save({ ...sized(1), images: [one, two], collectionIds: [collection] });
    expect(await offeredIn(before.draft.id)).toEqual([toUuid(collection)]);
    const price = { currency: 'EUR', priceMinor: 5, compareAtMinor: 7 };
    const draft = {
      ...before.draft,
      images: [two, picture()],
      options: [{ name: 'Format', values: ['S', 'M'] }],
      variants: before.draft.variants.map((variant) => ({ ...variant, imageId: two.id, prices: [price] })),
      collectionIds: [],
    };
    expect((await save(draft, before)).draft).toEqual(draft);
    expect(await listingsOf(draft.id)).toMatchObject([{ currency: 'EUR', price: '5' }]);
    expect(await offeredIn(draft.id)).toEqual([]);
  });
});

test('products are found by their slugs, those that are not there are not', async () => {
  const drafts = [newDraft(), newDraft({ status: 'draft' })];
  for (const draft of drafts) await save(draft);
  const found = await findProductsBySlug([...drafts.map(({ slug }) => slug), 'nothing-here']);
  expect([...found.keys()].sort()).toEqual(drafts.map(({ slug }) => slug).sort());
});

test('a thousand products with 3,700 variants are saved in well under 30 s', {
  timeout: 60_000,
}, async () => {
  const values = ['S', 'M', 'L', 'XL'];
  const drafts = Array.from({ length: 1_000 }, (_, index) => {
    const sizes = values.slice(0, index % 10 < 3 ? 3 : 4);
    const variants = sizes.map((value) => newVariant({ optionValues: [value], stock: 10 }));
    return newDraft({ options: [{ name: 'Size', values: sizes }], variants, tags: [`bulk-${index % 7}`] });
  });
  const startedAt = performance.now();
  for (let at = 0; at < drafts.length; at += 100) {
    const saves = drafts.slice(at, at + 100).map((draft) => ({ draft, before: null }));
    expect((await saveProducts(saves, context)).ok).toBe(true);
  }
  expect(performance.now() - startedAt).toBeLessThan(20_000);
});
