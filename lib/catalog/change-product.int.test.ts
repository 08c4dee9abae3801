import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { findBrokenStock } from '@/db/testing/stock-invariants';
import { newId, toUuid } from '@/lib/kernel/ids';
import { sha256Hex } from '@/lib/kernel/sha256';
import { findEarlierAttempt } from '@/lib/platform/idempotency';
import { createProduct } from './create-product';
import { deleteProduct } from './delete-product';
import { type ChangeProductInput, changeProductInput, createProductInput } from './input';
import { findProductForMerchant } from './merchant-products';
import type { MerchantProduct } from './model';
import { updateProduct } from './update-product';

afterAll(closeDatabase);

const by = { actor: 'test' };
const usd = (amount: number) => ({ amount, currency: 'USD' });

async function make(wishes: object = {}): Promise<MerchantProduct> {
  const input = createProductInput.parse({
    title: 'A print',
    status: 'active',
    variants: [{ sku: 'A', price: usd(1_999), stock: 5 }],
    ...wishes,
  });
  const made = await createProduct(input, by);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

const sized = (more: object = {}) =>
  make({
    options: [{ name: 'Size', values: ['S', 'M'] }],
    variants: ['S', 'M'].map((size) => ({
      sku: `P-${size}`,
      price: usd(1_000),
      stock: 3,
      optionValues: [size],
    })),
    ...more,
  });

const change = (product: MerchantProduct, input: unknown) =>
  updateProduct(product.id, changeProductInput.parse(input), by);

async function changed(product: MerchantProduct, input: unknown): Promise<MerchantProduct> {
  const outcome = await change(product, input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  expect(await findProductForMerchant(product.id)).toEqual(outcome.value);
  return outcome.value;
}

const errorsOf = async (product: MerchantProduct, input: unknown) => {
  const outcome = await change(product, input);
  return outcome.ok || outcome.reason !== 'validation-failed'
    ? outcome
    : outcome.errors.map(({ path }) => path);
};

describe('making a product', () => {
  test('gives what reading it gives', async () => {
    for (const product of [await make(), await sized({ status: 'draft' })]) {
      expect(await findProductForMerchant(product.id)).toEqual(product);
    }
  });

  test('gives a slug from the title, and another to the next of that title', async () => {
    const title = `Naïve ${newId('req').slice(-12)}`;
    const made = [await make({ title }), await make({ title }), await make({ title: '東京' })];
    const base = title.toLowerCase().replace('ï', 'i').replace(' ', '-');
    expect(made.slice(0, 2).map(({ slug }) => slug)).toEqual([base, `${base}-2`]);
    expect(made[2]?.slug).toMatch(/^product-[0-9a-f]{8}$/);
  });

  test('many of one title at once get slugs of their own', async () => {
    const title = `Crowd ${newId('req').slice(-12)}`;
    const made = await Promise.all(Array.from({ length: 4 }, () => make({ title })));
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(4);
  });

  test('keeps its answer under the idempotency key, and only if it took effect', async () => {
    const slug = newId('req').replace('_', '-');
    const input = createProductInput.parse({
      title: 'T',
      slug,
      status: 'draft',
      variants: [{ sku: 'A', price: 5 }],
    });
    const intent = async () => ({ id: toUuid(newId('req')), fingerprint: await sha256Hex('body') });
    const [first, second] = [await intent(), await intent()];
    const made = await createProduct(input, { ...by, idempotency: first });
    expect(await findEarlierAttempt(first)).toEqual({
      ...{ kind: 'took-effect', status: 201 },
      body: JSON.stringify(made.ok && made.value),
    });
    expect(await createProduct(input, { ...by, idempotency: second })).toEqual({
      ok: false,
      reason: 'slug-taken',
    });
    expect(await findEarlierAttempt(second)).toEqual({ kind: 'none' });
  });

  test('in another currency than the shop’s is refused', async () => {
    const variants = [{ sku: 'A', price: { amount: 5, currency: 'EUR' } }];
    const input = createProductInput.parse({ title: 'T', status: 'draft', variants });
    expect(await createProduct(input, by)).toMatchObject({
      reason: 'validation-failed',
      errors: [{ path: 'variants/0/price/currency' }],
    });
  });
});

describe('changing a product', () => {
  test('touches what is named and nothing else', async () => {
    const before = await sized({ tags: ['a'], vendor: 'V', descriptionHtml: '<p>Old</p>' });
    const after = await changed(before, { title: 'After', descriptionHtml: '<p>New</p><script>x</script>' });
    expect(after).toEqual({
      ...before,
      title: 'After',
      descriptionHtml: '<p>New</p>',
      updatedAt: after.updatedAt,
    });
  });

  test('finds variants by id, by option values and by sku, and keeps what it does not name', async () => {
    const before = await sized();
    const [small, medium] = before.variants;
    const after = await changed(before, {
      variants: [
        { optionValues: { size: 'M' }, price: usd(2_000), compareAtPrice: usd(2_500) },
        { id: small?.id, stock: 8, sku: 'NEW' },
      ],
    });
    expect(after.variants).toEqual([
      { ...medium, price: usd(2_000), compareAtPrice: usd(2_500) },
      { ...small, stock: 8, sku: 'NEW' },
    ]);
    const back = await changed(after, {
      variants: [
        { sku: 'P-M', compareAtPrice: null },
        { sku: 'NEW', stock: null },
      ],
    });
    expect(back.variants.map(({ compareAtPrice, stock }) => [compareAtPrice, stock])).toEqual([
      [undefined, 3],
      [undefined, null],
    ]);
    expect(await findBrokenStock(before.variants.map(({ id }) => id))).toEqual([]);
  });

  test('adds and takes away variants with their options', async () => {
    const before = await sized();
    const after = await changed(before, {
      options: [{ name: 'Size', values: ['M', 'L'] }],
      variants: [{ sku: 'P-M' }, { sku: 'P-L', price: 500, optionValues: ['L'], stock: 2 }],
    });
    expect(after.variants.map(({ title, price, stock }) => [title, price.amount, stock])).toEqual([
      ['M', 1_000, 3],
      ['L', 500, 2],
    ]);
    expect(after.variants[0]?.id).toBe(before.variants[1]?.id);
    const [gone] = await query<{ level: number }>(
      'test_stock_level',
      'select stock_level($1::uuid) as level',
      [toUuid(before.variants[0]?.id ?? newId('var'))],
    );
    expect(gone?.level).toBe(0);
  });

  test('renames an option and keeps its variants', async () => {
    const before = await sized();
    const after = await changed(before, { options: [{ name: 'Format', values: ['S', 'M'] }] });
    expect(after.variants).toEqual(before.variants);
  });

  test('a title that repeats the option values follows them, another stays', async () => {
    const before = await sized({
      variants: [
        { sku: 'P-S', price: 1, optionValues: ['S'] },
        { sku: 'P-M', price: 1, optionValues: ['M'], title: 'The middle one' },
      ],
    });
    const after = await changed(before, {
      options: [{ name: 'Size', values: ['XS', 'XM'] }],
      variants: [
        { sku: 'P-S', id: before.variants[0]?.id, optionValues: ['XS'] },
        { id: before.variants[1]?.id, optionValues: ['XM'] },
      ],
    });
    expect(after.variants.map(({ title }) => title)).toEqual(['XS', 'The middle one']);
  });

  test.each<[string, unknown, string]>([
    [
      'a new variant without a price',
      {
        options: [{ name: 'Size', values: ['S', 'L'] }],
        variants: [{ sku: 'P-S' }, { sku: 'X', optionValues: ['L'] }],
      },
      'variants/1/price',
    ],
    ['an unknown id', { variants: [{ id: newId('var'), optionValues: ['S'], price: 5 }] }, 'variants/0/id'],
    ['values that are no more', { options: [{ name: 'Size', values: ['S'] }] }, 'variants/1/optionValues'],
    [
      'two of one combination',
      { variants: [{ sku: 'P-S' }, { sku: 'X', price: 5, optionValues: ['S'] }] },
      'variants/1/optionValues',
    ],
    [
      'another currency',
      { variants: [{ sku: 'P-S', price: { amount: 5, currency: 'EUR' } }] },
      'variants/0/price/currency',
    ],
  ])('%s is refused, and nothing is changed', async (_, input, path) => {
    const before = await sized();
    expect(await errorsOf(before, input)).toContain(path);
    expect(await findProductForMerchant(before.id)).toEqual(before);
  });

  test('to a slug that is taken is refused', async () => {
    const [one, other] = [await make(), await make()];
    expect(await change(one, { slug: other.slug })).toEqual({ ok: false, reason: 'slug-taken' });
  });

  test('by many at once loses nobody’s change', async () => {
    const product = await make();
    const changes: ChangeProductInput[] = [
      { title: 'T' },
      { vendor: 'V' },
      { tags: ['t'] },
      { productType: 'P' },
    ];
    const outcomes = await Promise.all(changes.map((input) => updateProduct(product.id, input, by)));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(await findProductForMerchant(product.id)).toMatchObject(Object.assign({}, ...changes));
  });

  test('of a product that is not there is refused', async () => {
    expect(await updateProduct(newId('prod'), { title: 'x' }, by)).toEqual({
      ok: false,
      reason: 'product-not-found',
    });
  });
});

describe('taking a product away', () => {
  test('that was never sold leaves nothing but its ledger, at 0, and offers that cannot be bought', async () => {
    const product = await sized();
    expect(await deleteProduct(product.id, by)).toEqual({ ok: true, value: 'deleted' });
    expect(await findProductForMerchant(product.id)).toBeNull();
    const ids = product.variants.map(({ id }) => id);
    expect(await findBrokenStock(ids)).toEqual([]);
    const rows = await query(
      'test_leftovers',
      `select o.sellable, stock_level(o.variant_id) as level from offers o where o.product_id = $1::uuid`,
      [toUuid(product.id)],
    );
    expect(rows).toEqual([
      { sellable: false, level: 0 },
      { sellable: false, level: 0 },
    ]);
    expect(await deleteProduct(product.id, by)).toEqual({ ok: false, reason: 'product-not-found' });
  });

  test('that an order names archives it, with its stock', async () => {
    const product = await make();
    const order = toUuid(newId('ord'));
    await atomically([
      sql`insert into orders (id, status, currency, idempotency_id, fingerprint, shipping_minor, tax_minor,
            tax_included_minor, discount_minor, total_minor, payment_status, placed_expires_at, expires_at)
          values (${order}::uuid, 'pending', 'USD', ${order}::uuid, '', 0, 0, 0, 0, 1, 'none', now(), now() + interval '1 hour')`,
      sql`insert into order_lines (order_id, position, variant_id, product_id, sku, title, options, quantity,
            unit_price_minor, tax_rate_ppm, tax_minor, tax_included_minor)
          values (${order}::uuid, 0, ${toUuid(product.variants[0]?.id ?? newId('var'))}::uuid, ${toUuid(product.id)}::uuid,
            '', '', '[]', 1, 1, 0, 0, 0)`,
    ]);
    expect(await deleteProduct(product.id, by)).toEqual({ ok: true, value: 'archived' });
    expect(await findProductForMerchant(product.id)).toMatchObject({
      status: 'archived',
      variants: [{ stock: 5 }],
    });
  });
});
