import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { findBrokenStock } from '@/db/testing/stock-invariants';
import { adjustStock } from '@/lib/inventory/adjust-stock';
import { applyStockTake, continueStockTake } from '@/lib/inventory/apply-stock-take';
import { requestStockTake } from '@/lib/inventory/request-stock-take';
import { setLowLevel } from '@/lib/inventory/set-low-level';
import { listMovements, listStockDays } from '@/lib/inventory/stock-history';
import { findStockTake, listStockTakeLines } from '@/lib/inventory/stock-takes';
import { type ProductId, parseId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { writeDraft } from '@/lib/platform/files/write-file';
import { addProductImage } from './add-product-image';
import { createProduct } from './create-product';
import { changeProductInput, createCollectionInput, createProductInput } from './input';
import { findStockLine, listStock } from './list-stock';
import { listVendors } from './list-vendors';
import { findMerchantCollection } from './merchant-collections';
import { findProductForMerchant, listProductsForMerchant } from './merchant-products';
import type { MerchantProduct } from './model';
import { openDueCollections, publishDueProducts } from './publish-due';
import { renderPictures } from './render-pictures';
import { createCollection } from './save-collection';
import { updateProduct } from './update-product';

afterAll(closeDatabase);

const by = { actor: 'test' };
const fresh = () => randomUUID().slice(0, 8);
const soon = () => new Date(Date.now() + 3_600_000).toISOString();

async function make(wishes: object = {}): Promise<MerchantProduct> {
  const input = createProductInput.parse({
    // One word for a search, whatever its digits: 6520e01f by itself is a number and the word "f".
    title: `A print n${fresh()}`,
    status: 'active',
    variants: [{ sku: fresh(), price: 1_999, stock: 50 }],
    ...wishes,
  });
  const made = await createProduct(input, by);
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value;
}

const change = (id: ProductId, input: unknown) => updateProduct(id, changeProductInput.parse(input), by);
const variantOf = ({ variants }: MerchantProduct): VariantId => variants[0]?.id ?? ('' as VariantId);
const see = async (id: ProductId) => (await findProductForMerchant(id)) ?? expect.fail('gone');
const letTimePass = (table: 'products' | 'collections', column: string, id: string) =>
  query(
    `test_age_${table}`,
    `update ${table} set ${column} = now() - interval '1 second' where id = $1::uuid`,
    [id],
  );

describe('a time to be published at', () => {
  test('is kept by drafts alone, and what is due is on sale after the next look', async () => {
    const product = await make({ status: 'draft', publishAt: soon() });
    expect(product.publishAt).not.toBeNull();
    expect(await see(product.id)).toEqual(product);
    await publishDueProducts();
    expect((await see(product.id)).status).toBe('draft');
    await letTimePass('products', 'publish_at', toUuid(product.id));
    await publishDueProducts();
    expect(await see(product.id)).toMatchObject({ status: 'active', publishAt: null });
    const offers = await query<{ sellable: boolean }>(
      'test_offers',
      'select sellable from offers where product_id = $1::uuid',
      [toUuid(product.id)],
    );
    expect(offers).toEqual([{ sellable: true }]);
  });

  test('goes with a change that publishes or archives', async () => {
    const product = await make({ status: 'draft', publishAt: soon() });
    const changed = await change(product.id, { status: 'archived' });
    expect(changed).toMatchObject({ ok: true, value: { publishAt: null } });
  });
});

test('a collection whose time has come opens, and with it what was announced', async () => {
  const [now, later] = [await make({ status: 'draft' }), await make({ status: 'draft', publishAt: soon() })];
  const made = await createCollection(
    createCollectionInput.parse({ title: `C n${fresh()}`, opensAt: soon(), productIds: [now.id, later.id] }),
    by,
  );
  if (!made.ok) throw new Error(made.reason);
  await openDueCollections();
  expect((await see(now.id)).status).toBe('draft');
  await letTimePass('collections', 'opens_at', toUuid(made.value.id));
  await openDueCollections();
  expect((await see(now.id)).status).toBe('active');
  expect((await see(later.id)).status).toBe('draft');
  expect((await findMerchantCollection(made.value.id))?.opensAt).toBeNull();
});

describe('a product’s collections', () => {
  test('are told, changed and refused by their ids', async () => {
    const made = await createCollection(createCollectionInput.parse({ title: `C n${fresh()}` }), by);
    if (!made.ok) throw new Error(made.reason);
    const product = await make({ collectionIds: [made.value.id] });
    expect(product.collectionIds).toEqual([made.value.id]);
    const listed = await listProductsForMerchant({ collectionId: made.value.id, limit: 5 });
    expect(listed.items).toEqual([product]);
    expect(await change(product.id, { collectionIds: [] })).toMatchObject({
      value: { collectionIds: [] },
    });
    const nowhere = parseId('col', `col_${'0'.repeat(32)}`);
    expect(await change(product.id, { collectionIds: [nowhere] })).toMatchObject({
      ok: false,
      errors: [{ path: 'collectionIds/0' }],
    });
  });
});

describe('pictures', () => {
  const draw = async () =>
    new Uint8Array(
      await sharp({ create: { width: 900, height: 600, channels: 3, background: `#${fresh().slice(0, 6)}` } })
        .png()
        .toBuffer(),
    );
  const upload = async (id: ProductId, bytes: Uint8Array, alt = '') => {
    const added = await addProductImage(id, await writeDraft(bytes), alt, by);
    if (!added.ok) throw new Error(added.reason);
    return added.value.id;
  };

  test('that are uploaded come last, are rendered, and are ordered, described and removed', async () => {
    const product = await make();
    const bytes = await draw();
    const first = await upload(product.id, bytes, 'Seen from above');
    const second = await upload(product.id, await draw());
    expect((await see(product.id)).images.map(({ id, state }) => [id, state])).toEqual([
      [first, 'waiting'],
      [second, 'waiting'],
    ]);
    // Another test's round may have taken them.
    await vi.waitFor(
      async () => {
        await renderPictures();
        const states = (await see(product.id)).images.map(({ state }) => state);
        expect(states).toEqual(['ready', 'ready']);
      },
      { timeout: 20_000 },
    );
    const { images } = await see(product.id);
    expect(images[0]).toMatchObject({ state: 'ready', alt: 'Seen from above', width: 900, height: 600 });
    expect(images[0]?.url).toMatch(/^\/files\/[0-9a-f]{64}-800\.webp$/);
    // The same picture again needs no rendering, and leaves no original behind.
    const other = await make();
    await upload(other.id, bytes);
    expect((await see(other.id)).images).toMatchObject([{ state: 'ready' }]);
    const changed = await change(product.id, { images: [{ id: second, alt: 'Detail' }, { id: first }] });
    expect(changed).toMatchObject({ value: { images: [{ id: second, alt: 'Detail' }, { id: first }] } });
    expect(await change(product.id, { images: [{ id: first }] })).toMatchObject({
      value: { images: [{ id: first }] },
    });
    expect(await change(product.id, { images: [{ id: second }] })).toMatchObject({
      ok: false,
      errors: [{ path: 'images/0/id' }],
    });
  });

  test('are known by their bytes', async () => {
    const product = await make();
    const text = await writeDraft(new TextEncoder().encode('<svg onload="alert(1)"/>'));
    expect(await addProductImage(product.id, text, '', by)).toMatchObject({ reason: 'not-a-picture' });
    expect((await see(product.id)).images).toEqual([]);
  });
});

test('merchants narrow their list by words, sku, vendor, status and stock', async () => {
  const vendor = `House ${fresh()}`;
  const word = `zinc${fresh()}`;
  const product = await make({
    vendor,
    title: `Print ${word}`,
    variants: [{ sku: fresh(), price: 1, stock: 0 }],
  });
  const draft = await make({ vendor, status: 'draft', variants: [{ sku: '', price: 1, stock: null }] });
  const ids = async (filter: object) =>
    (await listProductsForMerchant({ limit: 10, ...filter })).items.map(({ id }) => id);
  expect(await ids({ vendor })).toEqual([draft.id, product.id]);
  expect(await ids({ vendor, after: draft.id })).toEqual([product.id]);
  expect(await ids({ vendor, status: 'draft' })).toEqual([draft.id]);
  expect(await ids({ query: word })).toEqual([product.id]);
  expect(await ids({ query: product.variants[0]?.sku })).toEqual([product.id]);
  expect(await ids({ query: word, status: 'draft' })).toEqual([]);
  expect(await ids({ vendor, stock: 'out' })).toEqual([product.id]);
  expect(await ids({ vendor, stock: 'not-counted' })).toEqual([draft.id]);
  expect(await listVendors()).toContain(vendor);
});

describe('what there is of a variant', () => {
  test('is listed as it stands, low by its own level or the shop’s', async () => {
    const word = `tin${fresh()}`;
    const product = await make({ title: word });
    const id = variantOf(product);
    const states = async () => {
      const lists = await Promise.all(
        (['out', 'low', 'not-counted'] as const).map((state) => listStock({ query: word, state, limit: 5 })),
      );
      return lists.map(({ items }) => items.length);
    };
    expect(await states()).toEqual([0, 0, 0]);
    expect(await setLowLevel(id, 60, by)).toMatchObject({ ok: true });
    expect(await findStockLine(id)).toMatchObject({ available: 50, held: 0, lowAt: 60, isLow: true });
    expect(await states()).toEqual([0, 1, 0]);
    await setLowLevel(id, null, by);
    expect(await states()).toEqual([0, 0, 0]);
    await change(product.id, { variants: [{ id, stock: 0 }] });
    expect(await states()).toEqual([1, 1, 0]);
    await change(product.id, { variants: [{ id, stock: null }] });
    expect(await states()).toEqual([0, 0, 1]);
  });

  test('has a history that ends at the level of now', async () => {
    const id = variantOf(await make());
    await adjustStock(id, { delta: -20, reason: 'broken' }, by);
    const { items, nextCursor } = await listMovements(id, { limit: 1 });
    expect(items).toMatchObject([{ kind: 'adjust', delta: -20, reason: 'broken', actor: 'test' }]);
    const older = await listMovements(id, { limit: 1, before: Number(nextCursor) });
    expect(older).toMatchObject({ items: [{ kind: 'receive', delta: 50 }], nextCursor: null });
    const { days, isComplete } = await listStockDays(id, 30);
    expect([days.at(-1), isComplete]).toMatchObject([{ level: 30, adjusted: 30, sold: 0 }, true]);
  });
});

describe('a count of the shelves', () => {
  const count = async (csv: string) => {
    const { draftId } = await writeDraft(new TextEncoder().encode(csv));
    return requestStockTake(draftId, 'count.csv', by);
  };

  test('shows what differs, and takes over the difference and no more', async () => {
    const [a, b, c] = [await make(), await make(), await make()];
    const sku = (product: MerchantProduct) => product.variants[0]?.sku ?? '';
    const taken = await count(
      `SKU;Counted\n${sku(a)};45\n${sku(b)};50\nnothing-like-it;3\n${sku(a)};1\n${sku(c)};0\n;\n${sku(b)}x;many\n`,
    );
    if (!taken.ok) throw new Error(taken.message);
    const { id } = taken.value;
    expect(await findStockTake(id)).toMatchObject({ lines: 7, differing: 2, problems: 4, status: 'ready' });
    const lines = await listStockTakeLines(id, { outcome: 'problem', after: 0, limit: 10 });
    expect(lines.items.map(({ line }) => line)).toEqual([4, 5, 7, 8]);
    // Sold, and moved away, between the count and its being applied.
    await adjustStock(variantOf(a), { delta: -10, reason: 'sold elsewhere' }, by);
    await adjustStock(variantOf(c), { delta: -20, reason: 'moved' }, by);
    expect(await applyStockTake(id, 'Count of November', by)).toMatchObject({ ok: true });
    expect(await continueStockTake(id, 1_000)).toBe(true);
    expect(await findStockTake(id)).toMatchObject({ status: 'applied', applied: 2 });
    const level = async (product: MerchantProduct) => (await findStockLine(variantOf(product)))?.available;
    expect([await level(a), await level(b), await level(c)]).toEqual([35, 50, 0]);
    const [said] = (await listMovements(variantOf(a), { limit: 1 })).items;
    expect(said).toMatchObject({ delta: -5, reason: 'Count of November', actor: 'test' });
    const differs = await listStockTakeLines(id, { outcome: 'differs', after: 0, limit: 10 });
    expect(differs.items.map(({ message }) => message)).toContain(
      'Only 30 were left to take away: the others were sold since.',
    );
    // Once more changes nothing.
    expect(await applyStockTake(id, 'again', by)).toMatchObject({ reason: 'stock-take-applied' });
    expect(await continueStockTake(id, 1_000)).toBe(true);
    expect([await level(a), await level(c)]).toEqual([35, 0]);
    expect(await findBrokenStock([a, b, c].map(variantOf))).toEqual([]);
  });

  test('that is none is refused in a sentence', async () => {
    expect(await count('a,b\n1,2\n')).toMatchObject({ reason: 'unreadable-file' });
    expect(await count('sku,counted\n')).toMatchObject({ reason: 'unreadable-file' });
  });
});
