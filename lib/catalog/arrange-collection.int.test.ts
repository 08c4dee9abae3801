import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { type CollectionId, newId, type ProductId, toUuid } from '@/lib/kernel/ids';
import { createCollectionInput } from './input';
import { listMembers } from './list-members';
import { findMerchantCollection } from './merchant-collections';
import { moveInCollection } from './move-in-collection';
import { parseProductCursor } from './product-cursor';
import { findCollection, listProducts, type ProductFilter } from './queries';
import { changeCollection, createCollection } from './save-collection';
import { saveProducts } from './save-products';
import { newDraft, newVariant } from './testing/drafts';
import { freshWord } from './testing/fresh-word';

afterAll(closeDatabase);

const by = { actor: 'test' };

async function makeProducts(count: number): Promise<ProductId[]> {
  const drafts = Array.from({ length: count }, (_, index) =>
    newDraft({
      title: `Sheet ${index}`,
      variants: [
        newVariant({ prices: [{ currency: 'USD', priceMinor: 100 + index, compareAtMinor: null }] }),
      ],
    }),
  );
  const saves = drafts.map((draft) => ({ draft, before: null }));
  expect((await saveProducts(saves, { actor: 'test', reason: 'test' })).ok).toBe(true);
  return drafts.map(({ id }) => id);
}

/** A collection of these, arranged by hand unless told. */
async function collect(productIds: readonly ProductId[], sort: 'manual' | 'newest' = 'manual') {
  const input = createCollectionInput.parse({ title: freshWord(), productIds, sort });
  const made = await createCollection(input, by);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

/** All that shoppers see in it, a page after the other. */
async function shown(collection: string, limit = 3, more: Partial<ProductFilter> = {}): Promise<ProductId[]> {
  const ids: ProductId[] = [];
  const sort = more.sort ?? (await findCollection(collection))?.sort ?? 'newest';
  for (let text: string | null | undefined; text !== null; ) {
    const cursor = text === undefined ? undefined : (parseProductCursor(text, sort) ?? undefined);
    const page = await listProducts({ collection, limit, cursor, ...more });
    ids.push(...page.items.map(({ id }) => id));
    text = page.nextCursor;
  }
  return ids;
}

/** The same as merchants see it. */
async function members(id: CollectionId, limit = 3): Promise<ProductId[]> {
  const ids: ProductId[] = [];
  const sort = (await findMerchantCollection(id))?.sort ?? 'newest';
  for (let text: string | null | undefined; text !== null; ) {
    const cursor = text === undefined ? undefined : (parseProductCursor(text, sort) ?? undefined);
    const page = await listMembers(id, sort, { limit, cursor });
    ids.push(...page.items.map((member) => member.id));
    text = page.nextCursor;
  }
  return ids;
}

const newestFirst = (ids: readonly ProductId[]) => [...ids].sort().reverse();

describe('a collection that is arranged by hand', () => {
  test('begins newest first; each is moved to an end, a step, or beside another, on every page alike', async () => {
    const products = await makeProducts(7);
    const { id, slug } = await collect(products);
    let order = newestFirst(products);
    expect(await shown(slug)).toEqual(order);
    const at = (index: number) => order[index] ?? expect.fail('nothing there');
    const put = (product: ProductId, to: number) => {
      order = order.filter((one) => one !== product);
      order.splice(to, 0, product);
    };
    const moves = [
      () => ({ product: at(4), wish: { to: 'first' as const }, to: 0 }),
      () => ({ product: at(0), wish: { to: 'last' as const }, to: 6 }),
      () => ({ product: at(3), wish: { to: 'up' as const }, to: 2 }),
      () => ({ product: at(3), wish: { to: 'down' as const }, to: 4 }),
      () => ({ product: at(1), wish: { after: at(5) }, to: 5 }),
      () => ({ product: at(6), wish: { before: at(2) }, to: 2 }),
      // Already there, and beside itself: nothing changes.
      () => ({ product: at(0), wish: { to: 'up' as const }, to: 0 }),
      () => ({ product: at(6), wish: { to: 'down' as const }, to: 6 }),
      () => ({ product: at(3), wish: { after: at(3) }, to: 3 }),
      () => ({ product: at(3), wish: { after: at(2) }, to: 3 }),
    ];
    for (const next of moves) {
      const { product, wish, to } = next();
      expect(await moveInCollection(id, product, wish, by)).toMatchObject({ ok: true });
      put(product, to);
      expect(await members(id)).toEqual(order);
      // What shoppers are shown was thrown away with the move.
      expect(await shown(slug)).toEqual(order);
    }
    // Narrowed, too; and who wishes for another order has it.
    expect(await shown(slug, 2, { minPrice: 102 })).toEqual(
      order.filter((one) => products.indexOf(one) >= 2),
    );
    expect(await shown(slug, 2, { available: false, options: ['No:such'] })).toEqual([]);
    expect(await shown(slug, 2, { sort: 'newest' })).toEqual(newestFirst(products));
    expect(await shown(slug, 2, { sort: 'price-asc' })).toEqual(products);
    const [{ moves: noted } = { moves: 0 }] = await query<{ moves: number }>(
      'test_moves',
      `select count(*)::int as moves from audit_log where subject = $1 and action = 'collection.product-moved'`,
      [id],
    );
    expect(noted).toBe(6);
  });

  test('takes what is new in as the last, and finds its order again after it was newest first', async () => {
    const products = await makeProducts(3);
    const { id, slug } = await collect(products, 'newest');
    const [first, second, third] = newestFirst(products);
    if (!first || !second || !third) throw new Error('There are not enough.');
    expect(await moveInCollection(id, third, { to: 'first' }, by)).toEqual({
      ok: false,
      reason: 'not-arranged-by-hand',
    });
    await changeCollection(id, { sort: 'manual' }, by);
    await moveInCollection(id, first, { to: 'last' }, by);
    const [late] = await makeProducts(1);
    if (!late) throw new Error('There is none.');
    await changeCollection(id, { addProductIds: [late] }, by);
    const order = [second, third, first, late];
    expect(await shown(slug)).toEqual(order);
    await changeCollection(id, { sort: 'newest' }, by);
    expect(await shown(slug)).toEqual([late, first, second, third]);
    await changeCollection(id, { sort: 'manual' }, by);
    expect(await shown(slug)).toEqual(order);
  });

  test('has room again when none is left between two', async () => {
    const products = await makeProducts(4);
    const { id } = await collect(products);
    const [a, b, c, d] = newestFirst(products);
    if (!a || !b || !c || !d) throw new Error('There are not enough.');
    for (let round = 0; round < 60; round += 1) {
      await moveInCollection(id, round % 2 === 0 ? c : b, { after: a }, by);
    }
    expect(await members(id)).toEqual([a, b, c, d]);
    await moveInCollection(id, d, { before: b }, by);
    expect(await members(id)).toEqual([a, d, b, c]);
  });

  test('is whole after many moves at once, beside products that come in', async () => {
    const products = await makeProducts(8);
    const late = await makeProducts(4);
    const { id } = await collect(products);
    const outcomes = await Promise.all([
      ...products.map((product, index) =>
        moveInCollection(
          id,
          product,
          index % 2 === 0 ? { to: 'first' } : { after: products[0] ?? product },
          by,
        ),
      ),
      ...late.map((product) => changeCollection(id, { addProductIds: [product] }, by)),
    ]);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const after = await members(id, 5);
    expect(new Set(after)).toEqual(new Set([...products, ...late]));
    expect(after).toHaveLength(12);
    const [{ places } = { places: 0 }] = await query<{ places: number }>(
      'test_places',
      'select count(distinct place)::int as places from collection_products where collection_id = $1::uuid',
      [toUuid(id)],
    );
    expect(places).toBe(12);
  });

  test('is not moved in by what is not there', async () => {
    const [one, other] = await makeProducts(2);
    if (!one || !other) throw new Error('There are not enough.');
    const { id } = await collect([one]);
    const reasons = await Promise.all([
      moveInCollection(newId('col'), one, { to: 'first' }, by),
      moveInCollection(id, other, { to: 'first' }, by),
      moveInCollection(id, one, { after: other }, by),
    ]);
    expect(reasons.map((outcome) => !outcome.ok && outcome.reason)).toEqual([
      'collection-not-found',
      'product-not-in-collection',
      'unknown-neighbour',
    ]);
  });

  test('costs shoppers two statements a page, and none until something changes', async () => {
    const { slug } = await collect(await makeProducts(5));
    const statements = vi.spyOn(pg.Client.prototype, 'query');
    const count = async () => {
      statements.mockClear();
      await listProducts({ collection: slug, limit: 3 });
      return statements.mock.calls.length;
    };
    await listProducts({ limit: 1 });
    expect(await count()).toBe(2);
    expect(await count()).toBe(0);
    statements.mockRestore();
  });
});
