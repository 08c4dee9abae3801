import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CollectionId, fromUuid, type ProductId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import type { Statement } from './internal/list-statement';
import { memberListStatement } from './internal/member-list-statement';
import { type MerchantListFilter, merchantListStatement } from './internal/merchant-list-statement';
import { type StockListFilter, stockListStatement } from './internal/stock-list-statement';
import { COLLECTION_SORTS, STOCK_STATES } from './model';

/** What fits a page of Postgres, or is empty here, may be read as a whole: the planner is right to. */
const SMALL = new Set([
  'shop_settings',
  'orders',
  'order_lines',
  'product_translations',
  'product_images',
  'prices',
]);
const PRODUCTS = 100_000;
/** Of a machine that does other things beside: what is bounded takes a tenth of it. */
const MOST_MS = 1_000;

/** Words, vendors and collections that are half of all, and some that are next to none; stock of every kind. */
const FILL = `
  insert into products (id, slug, title, vendor, status)
  select new_uuid_v7(), 'p-' || n, 'Print alpha' || n % 1000 || ' ' || n,
         case when n % 5000 = 0 then 'Rare House' else 'House ' || n % 20 end,
         case when n % 2000 = 0 then 'archived' when n % 20 = 0 then 'draft' else 'active' end
  from generate_series(1, ${PRODUCTS}) n;
  insert into variants (id, product_id, position, title, sku, option_values)
  select new_uuid_v7(), id, k, 'V', slug || '-' || k, array[k::text] from products, generate_series(0, 1) k;
  insert into product_options (product_id, position, name, "values") select id, 0, 'Size', '{0,1}' from products;
  insert into stock_items (variant_id, counted) select id, abs(hashtext(sku)) % 300 > 0 from variants;
  insert into stock_lanes (variant_id, lane, available)
  select variant_id, 0, abs(hashtext(variant_id::text)) % 100 from stock_items where counted;
  insert into sold_out_variants select variant_id from stock_lanes where available = 0;
  insert into low_variants select variant_id from stock_lanes where available <= 5;
  insert into collections (id, slug, title) select new_uuid_v7(), slug, slug from unnest(array['half', 'few']) slug;
  insert into collection_products (collection_id, product_id)
  select c.id, p.id from collections c, products p
  where abs(hashtext(p.slug)) % 1000 < case c.slug when 'half' then 500 else 1 end;
  analyze products, variants, product_options, stock_items, stock_lanes, sold_out_variants, low_variants, collections,
    collection_products;
`;

let stack: TestStack;
let client: pg.Client;
let product: ProductId;
let variant: VariantId;
const collections = new Map<string, CollectionId>();

beforeAll(async () => {
  stack = await startTestStack();
  client = new pg.Client({ connectionString: stack.env.POSTGRES_URL_NON_POOLING });
  await client.connect();
  await client.query(FILL);
  const middle = async (table: string) => {
    const { rows } = await client.query<{ id: string }>(
      `select id::text from ${table} order by id offset ${PRODUCTS / 2} limit 1`,
    );
    return rows[0]?.id ?? '';
  };
  product = fromUuid('prod', await middle('products'));
  variant = fromUuid('var', await middle('variants'));
  const { rows } = await client.query<{ id: string; slug: string }>('select id::text, slug from collections');
  for (const { id, slug } of rows) collections.set(slug, fromUuid('col', id));
}, 300_000);

afterAll(async () => {
  await client?.end();
  await stack?.stop();
});

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

function scannedTables(plan: Plan): string[] {
  const table = plan['Node Type'].includes('Seq Scan') ? (plan['Relation Name'] ?? '') : '';
  return [...(table === '' || SMALL.has(table) ? [] : [table]), ...(plan.Plans ?? []).flatMap(scannedTables)];
}

let slowest = { ms: 0, of: '' };

async function expectBounded({ name, text, values }: Statement, of: string): Promise<void> {
  const literals = values.map((value) =>
    typeof value === 'number' || value === null ? value : client.escapeLiteral(String(value)),
  );
  await client.query('deallocate all');
  await client.query(`prepare page as ${text}`);
  const { rows } = await client.query(
    `explain (analyze, format json) execute page(${literals.map(String).join(', ')})`,
  );
  const [{ Plan: plan, 'Execution Time': ms }] = rows[0]['QUERY PLAN'];
  if (ms > slowest.ms) slowest = { ms, of: `${name} ${of}` };
  expect(scannedTables(plan), `${name} ${of}`).toEqual([]);
  expect(ms, `${name} ${of}`).toBeLessThan(MOST_MS);
}

const WORDS = [undefined, 'print', 'alpha7', 'p-777-1', 'nothinglikethis'];

describe.each(['auto', 'force_generic_plan'])('with 100,000 products, planned %s', (mode) => {
  beforeAll(() => client.query(`set plan_cache_mode = ${mode}`));
  afterAll(() => {
    process.stdout.write(`slowest, ${mode}: ${slowest.ms.toFixed(0)} ms, ${slowest.of}\n`);
    slowest = { ms: 0, of: '' };
  });

  test.each(WORDS)('merchants’ list of words %j scans no table, however it is narrowed', async (query) => {
    const narrowed: Partial<MerchantListFilter>[] = [
      ...[{}, { status: 'active' as const }, { status: 'archived' as const }],
      ...[
        { vendor: 'House 3' },
        { vendor: 'Rare House' },
        { vendor: 'Rare House', status: 'draft' as const },
      ],
      ...[...collections.values()].map((collectionId) => ({ collectionId })),
      ...STOCK_STATES.map((stock) => ({ stock })),
      ...[...collections.values()].map((collectionId) => ({ collectionId, stock: 'out' as const })),
    ];
    for (const filter of narrowed) {
      for (const after of [undefined, product]) {
        const statement = merchantListStatement({ ...filter, query, after, limit: 50 });
        await expectBounded(statement, JSON.stringify({ ...filter, query, after }));
      }
    }
  });

  test.each(COLLECTION_SORTS)('what is in a collection, %s, scans no table', async (sort) => {
    for (const id of collections.values()) {
      for (const key of [undefined, (PRODUCTS / 4) * 1_048_576]) {
        const cursor = key === undefined ? undefined : { sort, id: product, key };
        await expectBounded(memberListStatement(toUuid(id), sort, 51, cursor), `${id} ${key}`);
      }
    }
  });

  test.each(WORDS)('stock of words %j scans no table, in any state', async (query) => {
    for (const state of [undefined, ...STOCK_STATES]) {
      for (const after of [undefined, variant]) {
        const filter: StockListFilter = { query, state, after, limit: 50 };
        await expectBounded(stockListStatement(filter), JSON.stringify(filter));
      }
    }
  });
});
