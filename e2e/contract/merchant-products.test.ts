import { describe, expect, test } from 'vitest';
import { placeOrder, seeOrder } from '@/e2e/support/buyer';
import { call, callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { collectPages } from '@/e2e/support/collect-pages';
import { freshSku, freshSlug, freshWord } from '@/e2e/support/fresh';
import { at, first } from '@/e2e/support/pick';
import { makeProduct, productBody, usd } from '@/e2e/support/product';
import {
  type MerchantProduct,
  merchantProductShape,
  type StoreProduct,
  storeProductShape,
} from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';
import { eventually } from '@/e2e/support/wait';

const instances = [shop.url, ...shop.peers];
const change = (product: MerchantProduct, json: Record<string, unknown>) =>
  callAsOwner('PATCH', `/api/admin/products/${product.id}`, { json });
const see = async (product: MerchantProduct) =>
  read(await callAsOwner('GET', `/api/admin/products/${product.id}`), 200, merchantProductShape);
const remove = (product: MerchantProduct) => callAsOwner('DELETE', `/api/admin/products/${product.id}`);

/** Waits at most 2 s for the store, on every instance, to show a product as `expected` says (null: not at all). */
async function shoppersSee(slug: string, expected: Partial<StoreProduct> | null): Promise<void> {
  const deadline = performance.now() + 2_000;
  for (const instance of instances) {
    await eventually(`${instance} shows ${slug}`, Math.max(0, deadline - performance.now()), async () => {
      const answer = await call('GET', `/api/products/${slug}`, { at: instance });
      if (expected === null) return answer.status === 404 ? true : undefined;
      if (answer.status !== 200) return undefined;
      const product: Record<string, unknown> = read(answer, 200, storeProductShape);
      const equal = Object.entries(expected).every(
        ([key, value]) => JSON.stringify(product[key]) === JSON.stringify(value),
      );
      return equal ? true : undefined;
    });
  }
}

describe('a new product', () => {
  test('comes back as the store shows it, with its status and stock', async () => {
    const made = await makeProduct({ title: 'Print', vendor: 'Press', tags: ['a'], stock: 4 });
    expect(made).toMatchObject({
      title: 'Print',
      vendor: 'Press',
      tags: ['a'],
      status: 'active',
      variants: [{ stock: 4 }],
    });
    expect(await see(made)).toEqual(made);
  });

  test('is seen by shoppers within 2 s, also where they looked before it was there', async () => {
    const slug = freshSlug();
    for (const instance of instances)
      refused(await call('GET', `/api/products/${slug}`, { at: instance }), 404, 'product-not-found');
    const made = await makeProduct({ slug });
    await shoppersSee(slug, { id: made.id, title: made.title });
  });

  test('gets a slug from its title when none is given', async () => {
    const word = freshWord();
    const [one, two] = [
      await makeProduct({ title: `Été & ${word}!`, slug: undefined }),
      await makeProduct({ title: `Été & ${word}!`, slug: undefined }),
    ];
    expect(one.slug).toMatch(new RegExp(`^[a-z0-9-]*${word}[a-z0-9-]*$`));
    expect(two.slug).not.toBe(one.slug);
  });

  test('that is a draft is not for shoppers', async () => {
    const made = await makeProduct({ status: 'draft' });
    refused(await call('GET', `/api/products/${made.slug}`), 404, 'product-not-found');
    expect((await see(made)).status).toBe('draft');
  });

  test('with a slug or a sku that is taken is refused, and nothing of it stays', async () => {
    const made = await makeProduct();
    expect([409, 422]).toContain(
      (await callAsOwner('POST', '/api/admin/products', { json: productBody({ slug: made.slug }) })).status,
    );
    const body = productBody({ variants: [{}, { sku: freshSku() }] });
    expect([409, 422], 'two variants without options to tell them apart').toContain(
      (await callAsOwner('POST', '/api/admin/products', { json: { ...body, options: [] } })).status,
    );
    refused(await call('GET', `/api/products/${String(body.slug)}`), 404, 'product-not-found');
  });

  test('that lacks something is 422 and names it', async () => {
    const variant = { sku: freshSku(), price: usd(1), stock: 1 };
    for (const [path, fault] of [
      ['title', { title: undefined }],
      ['title', { title: '' }],
      ['title', { title: 1 }],
      ['status', { status: 'sold' }],
      ['variants', { variants: [] }],
      ['variants', { variants: {} }],
      ['variants/0/price', { variants: [{ ...variant, price: undefined }] }],
      ['variants/0/price/amount', { variants: [{ ...variant, price: usd(-1) }] }],
      ['variants/0/price/amount', { variants: [{ ...variant, price: usd(1.5) }] }],
      ['variants/0/stock', { variants: [{ ...variant, stock: -1 }] }],
      ['variants/0/stock', { variants: [{ ...variant, stock: 0.5 }] }],
      ['tags', { tags: 'art' }],
    ] as const) {
      invalid(
        await callAsOwner('POST', '/api/admin/products', { json: { ...productBody(), ...fault } }),
        path,
      );
    }
  });
});

describe('a change', () => {
  test('touches what it names and nothing else, and is seen within 2 s', async () => {
    const made = await makeProduct({
      title: 'Before',
      vendor: 'Press',
      tags: ['a', 'b'],
      descriptionHtml: '<p>Old</p>',
    });
    await shoppersSee(made.slug, { title: 'Before' });
    const changed = read(await change(made, { title: 'After', tags: ['c'] }), 200, merchantProductShape);
    expect(changed).toEqual({ ...made, title: 'After', tags: ['c'] });
    await shoppersSee(made.slug, { title: 'After', tags: ['c'] });
    expect(await see(made)).toEqual(changed);
  });

  test('of a price keeps the variant and its stock', async () => {
    const made = await makeProduct({ price: usd(1000), stock: 6 });
    const { id, sku } = first(made.variants);
    const changed = read(
      await change(made, { variants: [{ sku, price: usd(1100) }] }),
      200,
      merchantProductShape,
    );
    expect(changed.variants).toMatchObject([{ id, sku, price: usd(1100), stock: 6 }]);
  });

  test('of status takes a product off the shelf and puts it back', async () => {
    const made = await makeProduct();
    await shoppersSee(made.slug, { id: made.id });
    for (const status of ['archived', 'draft'] as const) {
      expect(read(await change(made, { status }), 200, merchantProductShape).status).toBe(status);
      await shoppersSee(made.slug, null);
      expect(read(await change(made, { status: 'active' }), 200, merchantProductShape).status).toBe('active');
      await shoppersSee(made.slug, { id: made.id });
    }
  });

  test('of the slug moves the product', async () => {
    const made = await makeProduct();
    await shoppersSee(made.slug, { id: made.id });
    const slug = freshSlug();
    expect(read(await change(made, { slug }), 200, merchantProductShape).slug).toBe(slug);
    await shoppersSee(slug, { id: made.id });
  });

  test('that cannot be is refused and changes nothing', async () => {
    const [made, other] = [await makeProduct(), await makeProduct()];
    for (const json of [{ title: '' }, { status: 'gone' }, { variants: 'none' }, { title: 'x', tags: 7 }]) {
      invalid(await change(made, json));
    }
    expect([409, 422]).toContain((await change(made, { slug: other.slug })).status);
    expect(await see(made)).toEqual(made);
  });
});

describe('taking away', () => {
  test('a product that was never sold goes from the store within 2 s', async () => {
    const made = await makeProduct();
    await shoppersSee(made.slug, { id: made.id });
    expect([200, 204]).toContain((await remove(made)).status);
    await shoppersSee(made.slug, null);
    const answer = await callAsOwner('GET', `/api/admin/products/${made.id}`);
    if (answer.status === 200) expect(read(answer, 200, merchantProductShape).status).toBe('archived');
    else refused(answer, 404, 'product-not-found');
  });

  test('a product that was sold is archived, and its orders stand', async () => {
    const made = await makeProduct();
    const order = await placeOrder(first(made.variants).id);
    expect([200, 204]).toContain((await remove(made)).status);
    await shoppersSee(made.slug, null);
    expect((await see(made)).status).toBe('archived');
    expect(await seeOrder(order)).toEqual(order);
  });
});

test('an unknown product is 404 product-not-found', async () => {
  for (const id of ['prod_00000000-0000-7000-8000-000000000000', 'nonsense', '__proto__']) {
    const path = `/api/admin/products/${id}`;
    refused(await callAsOwner('GET', path), 404, 'product-not-found');
    refused(await callAsOwner('PATCH', path, { json: { title: 'x' } }), 404, 'product-not-found');
    refused(await callAsOwner('DELETE', path), 404, 'product-not-found');
  }
});

describe('the list', () => {
  test('pages to the end, no gap and no double, drafts and archived ones included', async () => {
    const made = [
      await makeProduct(),
      await makeProduct({ status: 'draft' }),
      await makeProduct({ status: 'archived' }),
    ];
    const whole = await collectPages('/api/admin/products', merchantProductShape, {
      as: shop.ownerKey,
      limit: 100,
    });
    const ids = whole.map((product) => product.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const product of made) expect(ids).toContain(product.id);
    const small = await collectPages('/api/admin/products', merchantProductShape, {
      as: shop.ownerKey,
      limit: 37,
    });
    // Others may make products meanwhile.
    const known = new Set(ids);
    expect(small.map((product) => product.id).filter((id) => known.has(id))).toEqual(ids);
    expect(at(whole, 0).variants.length).toBeGreaterThan(0);
  });

  test('that cannot be is 422', async () => {
    for (const query of ['limit=0', 'limit=101', 'limit=x', 'cursor=nonsense']) {
      refused(await callAsOwner('GET', `/api/admin/products?${query}`), 422);
    }
  });
});
