import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { expectAudited } from '@/e2e/support/audit';
import { checkout } from '@/e2e/support/buyer';
import { call, callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { collectPages } from '@/e2e/support/collect-pages';
import { freshKey, freshSlug, freshWord } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { makeProduct, makeVariant, usd } from '@/e2e/support/product';
import { moneyShape, orderShape, totalsShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';

const DISCOUNTS = '/api/admin/discounts';
const COLLECTIONS = '/api/admin/collections';

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const discountShape = z.strictObject({
  id: z.string().regex(/^disc_/),
  code: z.string(),
  kind: z.enum(['percentage', 'amount', 'free_shipping']),
  ratePpm: z.number().nullable(),
  amount: moneyShape.nullable(),
  minSubtotal: moneyShape.nullable(),
  collectionId: z.string().nullable(),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  usageLimit: z.number().nullable(),
  perCustomerLimit: z.number().nullable(),
  enabled: z.boolean(),
  used: z.number(),
});
const collectionShape = z.strictObject({
  id: z.string().regex(/^col_/),
  slug: z.string(),
  title: z.string(),
  descriptionHtml: z.string(),
  position: z.number(),
  published: z.boolean(),
  opensAt: z.iso.datetime().nullable(),
  sort: z.enum(['newest', 'manual']),
  image: z
    .strictObject({
      url: z.string(),
      alt: z.string().min(1),
      state: z.enum(['waiting', 'ready', 'failed']),
      problem: z.string().nullable(),
    })
    .nullable(),
  translations: z.record(z.string(), z.unknown()),
  productCount: z.number(),
});

const percentage = (terms: object = {}) => ({
  code: freshWord().toUpperCase(),
  kind: 'percentage',
  ratePpm: 100_000,
  ...terms,
});
const makeDiscount = async (terms: object = {}) =>
  read(await callAsOwner('POST', DISCOUNTS, { json: percentage(terms) }), 201, discountShape);
const makeCollection = async (terms: object = {}) =>
  read(
    await callAsOwner('POST', COLLECTIONS, { json: { title: freshWord(), ...terms } }),
    201,
    collectionShape,
  );
const change = (path: string, id: string, json: object) => callAsOwner('PATCH', `${path}/${id}`, { json });
const see = async (id: string) => read(await callAsOwner('GET', `${DISCOUNTS}/${id}`), 200, discountShape);

async function discountOf(variantId: string, discountCode: string) {
  const json = { lines: [{ variantId, quantity: 1 }], discountCode };
  return read(await call('POST', '/api/checkout/quote', { json }), 200, totalsShape).discount;
}

describe('a discount', () => {
  test('is shown as it was made, works at once, and counts who uses it', async () => {
    const variantId = await makeVariant({ price: usd(1_000) });
    const answer = await callAsOwner('POST', DISCOUNTS, { json: percentage({ usageLimit: 2 }) });
    const discount = read(answer, 201, discountShape);
    expect((await callAsOwner('GET', `${DISCOUNTS}/${discount.id}`)).text).toBe(answer.text);
    expect(await discountOf(variantId, discount.code.toLowerCase())).toEqual(usd(100));
    const body = { lines: [{ variantId, quantity: 1 }], discountCode: discount.code };
    read(await checkout(body), 201, orderShape);
    expect((await see(discount.id)).used).toBe(1);
    read(await checkout(body), 201, orderShape);
    invalid(await checkout(body), 'discountCode');
    const more = read(await change(DISCOUNTS, discount.id, { usageLimit: null }), 200, discountShape);
    expect(more).toEqual({ ...discount, usageLimit: null, used: 2 });
    read(await checkout(body), 201, orderShape);
    await expectAudited(discount.id, 'discount.updated', { usage_limit: 2 }, { usage_limit: null });
  });

  test('may be an amount or free shipping, for a time, from a minimum on', async () => {
    const amount = await makeDiscount({ kind: 'amount', amount: usd(500), minSubtotal: usd(2_000) });
    expect(amount).toMatchObject({
      kind: 'amount',
      amount: usd(500),
      ratePpm: null,
      minSubtotal: usd(2_000),
    });
    const free = await makeDiscount({ kind: 'free_shipping', startsAt: '2026-01-01T01:00:00+01:00' });
    expect(free).toMatchObject({ ratePpm: null, startsAt: '2026-01-01T00:00:00.000Z', endsAt: null });
    const json = { kind: 'percentage', ratePpm: 5 };
    expect(read(await change(DISCOUNTS, free.id, json), 200, discountShape)).toMatchObject(json);
  });

  test.each([
    ['ratePpm', { ratePpm: undefined }],
    ['ratePpm', { ratePpm: 0 }],
    ['amount', { kind: 'amount' }],
    ['amount', { kind: 'amount', amount: usd(0) }],
    ['kind', { kind: 'gift' }],
    ['code', { code: ' ' }],
    ['endsAt', { startsAt: '2026-01-02T00:00:00Z', endsAt: '2026-01-01T00:00:00Z' }],
    ['startsAt', { startsAt: 'tomorrow' }],
    ['startsAt', { startsAt: '0001-01-01T00:00:00Z' }],
    ['minSubtotal/currency', { kind: 'amount', amount: usd(5), minSubtotal: { amount: 1, currency: 'EUR' } }],
    ['collectionId', { collectionId: `col_${'0'.repeat(32)}` }],
    ['usageLimit', { usageLimit: -1 }],
    ['perCustomerLimit', { perCustomerLimit: 0 }],
  ])('%s is refused when it is wrong (%#)', async (path, wrong) => {
    invalid(await callAsOwner('POST', DISCOUNTS, { json: percentage(wrong) }), path);
    if (!('ratePpm' in wrong && wrong.ratePpm === undefined)) {
      const { id } = await makeDiscount();
      invalid(await change(DISCOUNTS, id, wrong), path);
    }
  });

  test('has a code that no other has, in whatever case', async () => {
    const [one, two] = [await makeDiscount(), await makeDiscount()];
    const json = percentage({ code: one.code.toLowerCase() });
    refused(await callAsOwner('POST', DISCOUNTS, { json }), 409, 'code-taken');
    refused(await change(DISCOUNTS, two.id, { code: one.code }), 409, 'code-taken');
    expect(
      read(await change(DISCOUNTS, one.id, { code: one.code.toLowerCase() }), 200, discountShape).code,
    ).toBe(one.code.toLowerCase());
  });

  test('changes by two at once take effect both', async () => {
    const { id } = await makeDiscount();
    const answers = await Promise.all([
      change(DISCOUNTS, id, { usageLimit: 7 }),
      change(DISCOUNTS, id, { perCustomerLimit: 3 }),
      change(DISCOUNTS, id, { ratePpm: 7_000 }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await see(id)).toMatchObject({ usageLimit: 7, perCustomerLimit: 3, ratePpm: 7_000 });
  });

  test('is gone when it is deleted unused, and switched off when orders name it', async () => {
    const variantId = await makeVariant();
    const [unused, used] = [await makeDiscount(), await makeDiscount()];
    await checkout({ lines: [{ variantId, quantity: 1 }], discountCode: used.code });
    for (const { id } of [unused, used])
      expect((await callAsOwner('DELETE', `${DISCOUNTS}/${id}`)).status).toBe(204);
    refused(await callAsOwner('GET', `${DISCOUNTS}/${unused.id}`), 404, 'discount-not-found');
    refused(await callAsOwner('DELETE', `${DISCOUNTS}/${unused.id}`), 404, 'discount-not-found');
    refused(await change(DISCOUNTS, unused.id, {}), 404, 'discount-not-found');
    expect((await see(used.id)).enabled).toBe(false);
    invalid(await checkout({ lines: [{ variantId, quantity: 1 }], discountCode: used.code }), 'discountCode');
    await expectAudited(unused.id, 'discount.removed', { code: unused.code }, null);
    await expectAudited(used.id, 'discount.disabled', { enabled: true }, { enabled: false });
  });

  test('is made once under a key; the list pages to the end and finds the beginning of a code', async () => {
    const word = freshWord().toUpperCase();
    const key = freshKey();
    const json = percentage({ code: `${word}_1` });
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => callAsOwner('POST', DISCOUNTS, { json, key })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    for (const index of [2, 3, 4]) await makeDiscount({ code: `${word}_${index}` });
    for (const limit of [1, 3, 100]) {
      const query = { query: word.toLowerCase() };
      const found = await collectPages(DISCOUNTS, discountShape, { as: shop.ownerKey, query, limit });
      expect(found.map(({ code }) => code)).toEqual([4, 3, 2, 1].map((index) => `${word}_${index}`));
    }
    expect(
      await collectPages(DISCOUNTS, discountShape, { as: shop.ownerKey, query: { query: '%' }, limit: 5 }),
    ).toEqual([]);
  });
});

describe('a collection', () => {
  const listed = async (slug: string) => {
    const answer = await call('GET', `/api/products?collection=${slug}&limit=100`);
    return (answer.body as { items: { id: string }[] }).items.map(({ id }) => id);
  };

  test('shows shoppers what is in it, and lets discounts see it too', async () => {
    const [inside, outside] = [
      await makeProduct({ price: usd(1_000) }),
      await makeProduct({ price: usd(1_000) }),
    ];
    const collection = await makeCollection({ productIds: [inside.id, inside.id] });
    expect(collection).toMatchObject({ productCount: 1, published: true, position: 0 });
    expect(await listed(collection.slug)).toEqual([inside.id]);
    const { code } = await makeDiscount({ collectionId: collection.id, ratePpm: 500_000 });
    expect(await discountOf(first(inside.variants).id, code)).toEqual(usd(500));
    const quote = { lines: [{ variantId: first(outside.variants).id, quantity: 1 }], discountCode: code };
    invalid(await call('POST', '/api/checkout/quote', { json: quote }), 'discountCode');
    const moved = await change(COLLECTIONS, collection.id, {
      addProductIds: [outside.id],
      removeProductIds: [inside.id],
    });
    expect(read(moved, 200, collectionShape).productCount).toBe(1);
    expect(await discountOf(first(outside.variants).id, code)).toEqual(usd(500));
    await expect.poll(() => listed(collection.slug), { timeout: 2_000 }).toEqual([outside.id]);
    await expectAudited(collection.id, 'collection.created', null, { slug: collection.slug });
  });

  test('stays while a discount is for it, and leaves nothing when it goes', async () => {
    const product = await makeProduct();
    const collection = await makeCollection({ productIds: [product.id] });
    const discount = await makeDiscount({ collectionId: collection.id });
    const remove = () => callAsOwner('DELETE', `${COLLECTIONS}/${collection.id}`);
    expect(refused(await remove(), 409, 'collection-in-use')).toBeDefined();
    expect((await remove()).body).toMatchObject({ codes: [discount.code] });
    await change(DISCOUNTS, discount.id, { enabled: false });
    expect((await remove()).status).toBe(204);
    refused(await remove(), 404, 'collection-not-found');
    invalid(await change(DISCOUNTS, discount.id, { enabled: true }), 'collectionId');
    await expectAudited(collection.id, 'collection.removed', { slug: collection.slug }, null);
  });

  test('is seen as it was arranged, within two seconds', async () => {
    const products = [await makeProduct(), await makeProduct(), await makeProduct()].map(({ id }) => id);
    const [one, two, three] = [...products].sort();
    const { id, slug } = await makeCollection({ productIds: products, sort: 'manual' });
    expect(await listed(slug)).toEqual([three, two, one]);
    const move = (product: string | undefined, json: object) =>
      callAsOwner('POST', `${COLLECTIONS}/${id}/products/${product}/move`, { json });
    expect((await move(one, { to: 'first' })).status).toBe(204);
    await expect.poll(() => listed(slug), { timeout: 2_000 }).toEqual([one, three, two]);
    const paged = await call('GET', `/api/products?collection=${slug}&limit=2`);
    const { nextCursor } = paged.body as { nextCursor: string };
    const rest = await call('GET', `/api/products?collection=${slug}&limit=2&cursor=${nextCursor}`);
    expect((rest.body as { items: { id: string }[] }).items).toMatchObject([{ id: two }]);
    const seen = await callAsOwner('GET', `${COLLECTIONS}/${id}/products`);
    expect((seen.body as { items: { id: string }[] }).items.map((item) => item.id)).toEqual([
      one,
      three,
      two,
    ]);

    invalid(await move(one, { after: `prod_${'0'.repeat(32)}` }), 'after');
    invalid(await move(one, { to: 'up', after: two }), '');
    refused(await move(`prod_${'0'.repeat(32)}`, { to: 'up' }), 404, 'product-not-in-collection');
    await change(COLLECTIONS, id, { sort: 'newest' });
    refused(await move(one, { to: 'up' }), 409, 'not-arranged-by-hand');
  });

  test('has an address of its own; its words are cleaned', async () => {
    const title = `Été & ${freshWord()}`;
    const [one, two] = [await makeCollection({ title }), await makeCollection({ title })];
    expect(two.slug).toBe(`${one.slug}-2`);
    refused(await callAsOwner('POST', COLLECTIONS, { json: { title, slug: one.slug } }), 409, 'slug-taken');
    refused(await change(COLLECTIONS, two.id, { slug: one.slug }), 409, 'slug-taken');
    const html = '<p onclick="x()">Hi</p><script>alert(1)</script>';
    const cleaned = read(await change(COLLECTIONS, two.id, { descriptionHtml: html }), 200, collectionShape);
    expect(cleaned.descriptionHtml).toBe('<p>Hi</p>');
    expect((await callAsOwner('GET', `${COLLECTIONS}/${two.id}`)).body).toEqual(cleaned);
  });

  test.each([
    ['title', { title: '' }],
    ['slug', { slug: 'A b' }],
    ['position', { position: 40_000 }],
    ['productIds/1', { productIds: [`var_${'0'.repeat(32)}`] }],
    ['productIds/0', { productIds: [`prod_${'0'.repeat(32)}`] }],
  ])('%s is refused when it is wrong (%#)', async (path, wrong) => {
    const json = { title: 't', slug: freshSlug(), ...wrong };
    invalid(
      await callAsOwner('POST', COLLECTIONS, { json }),
      path === 'productIds/1' ? 'productIds/0' : path,
    );
  });

  test('is hidden from shoppers until it is published, and listed for merchants', async () => {
    const product = await makeProduct();
    const collection = await makeCollection({ published: false, productIds: [product.id] });
    expect(await listed(collection.slug)).toEqual([]);
    await change(COLLECTIONS, collection.id, { published: true });
    await expect.poll(() => listed(collection.slug), { timeout: 2_000 }).toEqual([product.id]);
    const all = await collectPages(COLLECTIONS, collectionShape, { as: shop.ownerKey, limit: 7 });
    expect(all.filter(({ id }) => id === collection.id)).toHaveLength(1);
  });
});
