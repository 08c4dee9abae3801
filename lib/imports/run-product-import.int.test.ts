import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { findBrokenStock } from '@/db/testing/stock-invariants';
import { findProductsBySlug } from '@/lib/catalog/find-products';
import type { StoredProduct } from '@/lib/catalog/model';
import type { VariantId } from '@/lib/kernel/ids';
import { findImport } from './get-import';
import type { ProductImport } from './model';
import { type ImportEvent, runProductImport } from './run-product-import';
import { type CsvFormat, type CsvRow, makeCatalogRows, writeProductCsv } from './testing/product-csv';

afterAll(closeDatabase);

/** Handles of its own for each test: the database is everybody's. */
const fresh = () => `t${randomUUID().slice(0, 8)}`;

type Run = { readonly name?: string; readonly report?: (event: ImportEvent) => void };

async function importText(text: string, { name = 'products.csv', report }: Run = {}): Promise<ProductImport> {
  const bytes = new TextEncoder().encode(text);
  const outcome = await runProductImport({ name, bytes }, { actor: 'test', ...(report ? { report } : {}) });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

const importRows = (rows: readonly CsvRow[], format?: CsvFormat) => importText(writeProductCsv(rows, format));

async function findOne(slug: string): Promise<StoredProduct> {
  const product = (await findProductsBySlug([slug])).get(slug);
  if (product === undefined) throw new Error(`no product ${slug}`);
  return product;
}

const counts = ({ created, updated, skipped }: ProductImport) => ({ created, updated, skipped });

type Footprint = {
  products: number;
  variants: number;
  offers: number;
  units: number;
  movements: number;
  events: number;
};

/** All that products whose handle starts so have left in the database. */
async function footprint(prefix: string): Promise<Footprint> {
  const [row] = await query<Footprint>(
    'import_footprint',
    `with p as (select id from products where slug like $1 || '%'),
          v as (select id from variants where product_id in (select id from p) and archived_at is null)
     select (select count(*)::int from p) as products,
            (select count(*)::int from v) as variants,
            (select count(*)::int from offers where product_id in (select id from p) and sellable) as offers,
            (select coalesce(sum(available), 0)::int from stock_lanes where variant_id in (select id from v)) as units,
            (select count(*)::int from stock_movements where variant_id in (select id from v)) as movements,
            (select count(*)::int from audit_log where subject in (select 'prod_' || replace(id::text, '-', '') from p)) as events`,
    [prefix],
  );
  if (row === undefined) throw new Error('no row');
  return row;
}

async function variantIds(prefix: string): Promise<VariantId[]> {
  const rows = await query<{ slug: string }>(
    'slugs_like',
    `select slug from products where slug like $1 || '%'`,
    [prefix],
  );
  const products = await findProductsBySlug(rows.map(({ slug }) => slug));
  return [...products.values()].flatMap(({ draft }) => draft.variants.map(({ id }) => id));
}

describe('a file becomes products', () => {
  test.each(['old', 'current'] as const)('with the %s columns', async (generation) => {
    const prefix = fresh();
    const result = await importRows(makeCatalogRows(30, prefix), { generation });
    expect(result).toMatchObject({
      status: 'done',
      progress: { done: 30, total: 30 },
      created: 30,
      updated: 0,
      skipped: 0,
      errors: [],
      notes: [],
    });
    const { draft } = await findOne(`${prefix}-4`);
    expect(draft).toMatchObject({
      title: 'slow north no. 4',
      vendor: 'House of slow',
      status: 'active',
      options: [{ name: 'Size', values: ['XS', 'S', 'M', 'L'] }],
      images: [
        { alt: 'The slow thing', sourceUrl: `https://images.example.com/${prefix}-4/1.jpg?v=4`, path: null },
        { path: null },
        { path: null },
      ],
    });
    expect(draft.variants[1]).toMatchObject({
      sku: `${prefix}-4-S`.toUpperCase(),
      title: 'S',
      prices: [{ currency: 'USD', priceMinor: 1450, compareAtMinor: null }],
      weightGrams: 140,
      stock: null,
    });
    // 29 active products and a draft, whose variants nobody can buy.
    const { products, variants, offers, units } = await footprint(`${prefix}-`);
    expect({ products, variants }).toEqual({ products: 30, variants: 111 });
    expect(offers).toBeLessThan(111);
    expect(units).toBeGreaterThan(0);
    expect(await findBrokenStock(await variantIds(prefix))).toEqual([]);
  });

  test('without its scripts', async () => {
    const handle = fresh();
    const description = '<p onclick="x()">Fine</p><script>alert(1)</script><img src=x onerror=alert(1)>';
    await importRows([{ handle, title: 'T', price: '1', description }]);
    expect((await findOne(handle)).draft.descriptionHtml).toBe('<p>Fine</p>');
    expect(await importRows([{ handle, title: 'T', price: '1', description }])).toMatchObject({ updated: 1 });
    expect((await footprint(handle)).events).toBe(1);
  });

  test('of which bad rows are told and left out, by line', async () => {
    const prefix = fresh();
    const result = await importText(
      [
        'Handle,Title,Option1 Name,Option1 Value,Variant Price,Variant Inventory Tracker,Variant Inventory Qty,Status',
        `${prefix}-a,"A\nwith a line",Size,S,1.00,shopify,-2,active`,
        `${prefix}-a,,,M,one,shopify,1,`,
        `${prefix}-b,B,,,,,,active`,
        ',Nobody,,,1.00,,,',
        `${prefix}-c,C,,,3.00,shopify,4,archived`,
        `${prefix}-d,"D" broken,,,3.00,,,`,
        '',
      ].join('\n'),
    );
    expect(counts(result)).toEqual({ created: 2, updated: 0, skipped: 1 });
    expect(result.errors.map(({ line }) => line)).toEqual([4, 5, 5, 6, 8]);
    expect(result.notes).toEqual([{ line: 2, message: 'The quantity -2 is below zero and became 0.' }]);
    expect((await findOne(`${prefix}-a`)).draft.variants).toMatchObject([{ optionValues: ['S'], stock: 0 }]);
    expect((await findOne(`${prefix}-c`)).draft.status).toBe('archived');
    expect(await findImport(result.id)).toEqual(result);
  });

  test('but for those that the database takes in no form: they are skipped, their neighbours are not', async () => {
    const prefix = fresh();
    // So many different words are more than Postgres' text search can hold of one product.
    const words = Array.from({ length: 20_000 }, (_, n) => `字字字字字字字字字字字字字字字${n}`).join(' ');
    const plain = (n: number): CsvRow => ({ handle: `${prefix}-${n}`, title: 'T', price: '1' });
    const result = await importRows([plain(1), { ...plain(2), description: words }, plain(3)]);
    expect(counts(result)).toEqual({ created: 2, updated: 0, skipped: 1 });
    expect(result.errors).toEqual([{ line: 3, message: expect.stringContaining('could not be saved') }]);
    expect((await footprint(prefix)).products).toBe(2);
  });

  test('or is refused as a whole, and kept as failed with the reason', async () => {
    const bytes = new TextEncoder().encode(`Name,Price\n${fresh()},1\n`);
    const outcome = await runProductImport({ name: 'x.csv', bytes }, { actor: 'test' });
    expect(outcome).toMatchObject({ ok: false, reason: 'unreadable-file' });
    const [row] = await query<{ status: string; message: string }>(
      'failed_import',
      `select status, message from imports join import_messages on import_id = id
       where file_hash = sha256($1::bytea)`,
      [`\\x${Buffer.from(bytes).toString('hex')}`],
    );
    expect(row).toEqual({ status: 'failed', message: outcome.ok ? '' : outcome.message });
  });
});

describe('a second import', () => {
  test('of the same file creates nothing and writes nothing', async () => {
    const prefix = fresh();
    const rows = makeCatalogRows(40, prefix);
    await importRows(rows);
    const before = await footprint(prefix);
    const { version } = await findOne(`${prefix}-1`);
    for (const generation of ['old', 'current'] as const) {
      expect(counts(await importRows(rows, { generation }))).toEqual({ created: 0, updated: 40, skipped: 0 });
    }
    expect(await footprint(prefix)).toEqual(before);
    expect((await findOne(`${prefix}-1`)).version).toBe(version);
  });

  test('writes what changed: prices, and stock through the ledger', async () => {
    const handle = fresh();
    const row = (size: string, more: CsvRow = {}): CsvRow => ({
      handle,
      option1Value: size,
      price: '10.00',
      tracker: 'shopify',
      quantity: '5',
      ...more,
    });
    const head = { title: 'Shirt', option1Name: 'Size' };
    await importRows([row('S', head), row('M')]);
    const first = await findOne(handle);
    await importRows([row('S', { ...head, price: '12.00', quantity: '9' }), row('L', { quantity: '1' })]);
    const { draft } = await findOne(handle);
    expect(draft.id).toBe(first.draft.id);
    expect(draft.variants.map(({ id }) => id).slice(0, 2)).toEqual(first.draft.variants.map(({ id }) => id));
    expect(
      draft.variants.map(({ optionValues, stock, prices }) => [
        optionValues[0],
        stock,
        prices[0]?.priceMinor,
      ]),
    ).toEqual([
      ['S', 9, 1200],
      ['M', 5, 1000],
      ['L', 1, 1000],
    ]);
    const moves = await query<{ delta: number; kind: string; reason: string; actor: string }>(
      'moves_of',
      `select delta, kind, reason, actor from stock_movements
       where variant_id in (select id from variants where product_id = (select id from products where slug = $1)) order by id`,
      [handle],
    );
    expect(moves.map(({ kind, delta }) => [kind, delta])).toEqual([
      ['receive', 5],
      ['receive', 5],
      ['adjust', 4],
      ['receive', 1],
    ]);
    expect(moves[2]).toMatchObject({ reason: 'Import of products.csv', actor: 'test' });
  });

  test('stops and starts counting as the file says', async () => {
    const handle = fresh();
    const stock = async (more: CsvRow) => {
      await importRows([{ handle, title: 'T', price: '1', ...more }]);
      return (await findOne(handle)).draft.variants[0]?.stock;
    };
    expect(await stock({ tracker: 'shopify', quantity: '5' })).toBe(5);
    expect(await stock({ tracker: 'shopify', quantity: '5', policy: 'continue' })).toBeNull();
    expect(await stock({ tracker: 'shopify', quantity: '3', policy: 'deny' })).toBe(3);
    expect(await stock({ tracker: '', quantity: '3' })).toBeNull();
    expect(await findBrokenStock(await variantIds(handle))).toEqual([]);
  });

  test('with nothing but prices leaves the rest alone', async () => {
    const prefix = fresh();
    const [first] = makeCatalogRows(1, prefix);
    await importRows([{ ...first, quantity: '8', tracker: 'shopify' }]);
    const before = await findOne(`${prefix}-0`);
    await importText(`Handle,Title,Variant Price\n${prefix}-0,${before.draft.title},99.00\n`);
    const after = await findOne(`${prefix}-0`);
    expect(after.draft.variants[0]?.prices[0]?.priceMinor).toBe(9900);
    const rest = ({ variants, ...draft }: StoredProduct['draft']) => ({
      ...draft,
      variants: variants.map(({ prices, ...variant }) => variant),
    });
    expect(rest(after.draft)).toEqual(rest(before.draft));
  });
});

describe('an import that was broken off', () => {
  class Killed extends Error {}

  /** Imports until `products` of them are in, and dies there. */
  async function importUntil(text: string, products: number): Promise<void> {
    await expect(
      importText(text, {
        report: (event) => {
          if (event.kind === 'progress' && event.done >= products) throw new Killed();
        },
      }),
    ).rejects.toThrow(Killed);
  }

  test('goes on where it stopped when the same file comes again, under any name', async () => {
    const prefix = fresh();
    const text = writeProductCsv(makeCatalogRows(110, prefix));
    await importUntil(text, 50);
    expect((await footprint(prefix)).products).toBe(50);
    const begun: ImportEvent[] = [];
    const result = await importText(text, {
      name: 'again.csv',
      report: (event) => {
        if (event.kind === 'begun') begun.push(event);
      },
    });
    expect(begun).toMatchObject([{ isResumed: true, done: 50, total: 110 }]);
    expect(counts(result)).toEqual({ created: 110, updated: 0, skipped: 0 });
    expect(await footprint(prefix)).toMatchObject({ products: 110, events: 110 });
    // And once it has ended, it is over.
    expect(counts(await importText(text))).toEqual({ created: 0, updated: 110, skipped: 0 });
  });

  test('says what it has to say once', async () => {
    const prefix = fresh();
    const text = `${writeProductCsv([
      ...makeCatalogRows(30, prefix),
      { handle: `${prefix}-bad`, title: 'T', price: 'x' },
    ])},no handle\n`;
    await importUntil(text, 25);
    const { errors } = await importText(text);
    expect(errors.map(({ message }) => message.split(' ').slice(0, 3).join(' '))).toEqual([
      'The price "x"',
      'No variant of',
      'The row has',
    ]);
  });

  test('starts over when this release finds another number of products in the file', async () => {
    const prefix = fresh();
    const text = writeProductCsv(makeCatalogRows(60, prefix));
    await importUntil(text, 25);
    await atomically([
      sql`update imports set total = 61 where file_hash = sha256(${`\\x${Buffer.from(text).toString('hex')}`}::bytea)`,
    ]);
    expect(counts(await importText(text))).toEqual({ created: 35, updated: 25, skipped: 0 });
  });
});

describe('at the same time', () => {
  test('two runs of one file import it once, and both tell its result', async () => {
    const prefix = fresh();
    const text = writeProductCsv(makeCatalogRows(120, prefix));
    const events: ImportEvent[] = [];
    const report = (event: ImportEvent) => void events.push(event);
    const [one, other] = await Promise.all([importText(text, { report }), importText(text, { report })]);
    expect(one).toEqual(other);
    expect(counts(one)).toEqual({ created: 120, updated: 0, skipped: 0 });
    expect(events.filter(({ kind }) => kind === 'following')).not.toEqual([]);
    expect(await footprint(prefix)).toMatchObject({ products: 120, events: 120 });
    expect(await findBrokenStock(await variantIds(prefix))).toEqual([]);
  });

  test('two files with the same products leave each of them once', async () => {
    const prefix = fresh();
    const rows = makeCatalogRows(60, prefix);
    const results = await Promise.all([importRows(rows), importRows(rows, { generation: 'current' })]);
    const sum = (key: 'created' | 'updated') => results[0][key] + results[1][key];
    expect([sum('created'), sum('updated')]).toEqual([60, 60]);
    expect(await footprint(prefix)).toMatchObject({ products: 60, events: 60 });
    expect(await findBrokenStock(await variantIds(prefix))).toEqual([]);
  });

  test('a merchant who saves a product after the import looked at it makes it look again', async () => {
    const prefix = fresh();
    const rows = makeCatalogRows(25, prefix);
    await importRows(rows);
    const merchant = new pg.Client({ connectionString: process.env.POSTGRES_URL_NON_POOLING });
    await merchant.connect();
    try {
      await merchant.query('begin');
      await merchant.query(`update products set updated_at = now() where slug = $1`, [`${prefix}-7`]);
      const importing = importRows(rows.map((row) => (row.price ? { ...row, price: '77.00' } : row)));
      await untilSomebodyWaitsFor(merchant);
      await merchant.query('commit');
      expect(counts(await importing)).toEqual({ created: 0, updated: 25, skipped: 0 });
    } finally {
      await merchant.end();
    }
    expect((await findOne(`${prefix}-7`)).draft.variants[0]?.prices[0]?.priceMinor).toBe(7700);
    expect((await footprint(prefix)).events).toBe(50);
  });
});

/** Until another connection stands still for a lock that this client's transaction holds. */
async function untilSomebodyWaitsFor(client: pg.Client): Promise<void> {
  const waiting = `select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))`;
  while ((await client.query(waiting)).rows.length === 0)
    await new Promise((resolve) => setTimeout(resolve, 5));
}
