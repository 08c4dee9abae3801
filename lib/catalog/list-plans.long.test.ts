import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromUuid, type ProductId } from '@/lib/kernel/ids';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { listStatement } from './internal/list-statement';
import { PRODUCT_DOCUMENT } from './internal/product-document';

/** What fits a page of Postgres may be read as a whole: the planner is right to. */
const SMALL = new Set(['collections', 'shop_settings']);
const PRODUCTS = 100_000;

/** Words of every frequency: in all products, in a twentieth, in a thousandth; collections of a half and a hundredth. */
const FILL = `
  insert into products (id, slug, title, description_text, vendor, status)
  select new_uuid_v7(), 'p-' || n, 'Print alpha' || n % 1000 || ' beta' || n % 20 || ' ' || n,
         repeat('Some gamma' || n % 300 || ' on cotton paper, signed. ', 4), 'House ' || n % 50,
         case when n % 20 = 0 then 'draft' else 'active' end
  from generate_series(1, ${PRODUCTS}) n;
  insert into variants (id, product_id, position, title, option_values)
  select new_uuid_v7(), id, k, 'V', array[k::text] from products, generate_series(0, 1) k;
  insert into prices (variant_id, currency, price_minor) select id, 'USD', (random() * 10000)::int from variants;
  insert into product_images (id, product_id, position, path) select new_uuid_v7(), id, 0, '/art/x' from products;
  insert into stock_items (variant_id, counted) select id, true from variants;
  insert into stock_lanes (variant_id, lane, available) select id, 0, (random() * 10)::int from variants;
  insert into listings (product_id, currency, price_minor)
  select p.id, 'USD', (random() * 10000)::int from products p where p.status = 'active';
  insert into collections (id, slug, title) select new_uuid_v7(), slug, slug from unnest(array['half', 'few']) slug;
  insert into collection_products (collection_id, product_id)
  select c.id, p.id from collections c, products p
  where abs(hashtext(p.slug)) % 100 < case c.slug when 'half' then 50 else 1 end;
  analyze products, variants, prices, product_images, stock_items, stock_lanes, listings, collections, collection_products;
`;

const WORDS = ['print', 'beta3', 'alpha7', 'beta3 gamma7', 'beta3 alp', 'nothinglikethis', 'print -beta3'];

let stack: TestStack;
let client: pg.Client;
let middle: ProductId;

beforeAll(async () => {
  stack = await startTestStack();
  client = new pg.Client({ connectionString: stack.env.POSTGRES_URL_NON_POOLING });
  await client.connect();
  await client.query(FILL);
  const { rows } = await client.query<{ id: string }>(
    `select id::text from products order by id offset ${PRODUCTS / 2} limit 1`,
  );
  middle = fromUuid('prod', rows[0]?.id ?? '');
});

afterAll(async () => {
  await client?.end();
  await stack?.stop();
});

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

function scannedTables(plan: Plan): string[] {
  const table = plan['Node Type'].includes('Seq Scan') ? (plan['Relation Name'] ?? '') : '';
  return [...(table === '' || SMALL.has(table) ? [] : [table]), ...(plan.Plans ?? []).flatMap(scannedTables)];
}

/** How a statement is run: the tables it reads whole, and its buffers and time. */
async function explain(text: string, values: readonly unknown[]): Promise<{ scanned: string[]; ms: number }> {
  const literals = values.map((value) =>
    typeof value === 'number' ? value : client.escapeLiteral(String(value)),
  );
  await client.query('deallocate all');
  await client.query(`prepare page as ${text}`);
  const { rows } = await client.query(`explain (analyze, format json) execute page(${literals.join(', ')})`);
  const [{ Plan: plan, 'Execution Time': ms }] = rows[0]['QUERY PLAN'];
  return { scanned: scannedTables(plan), ms };
}

describe.each(['auto', 'force_generic_plan'])('with 100,000 products, planned %s', (mode) => {
  beforeAll(() => client.query(`set plan_cache_mode = ${mode}`));

  describe.each(['newest', 'price-asc', 'price-desc', 'relevance'] as const)('a list by %s', (sort) => {
    test.each(sort === 'relevance' ? WORDS : [undefined, ...WORDS])(
      'of words %j scans no table, on any page of any collection',
      async (query) => {
        for (const collection of [undefined, 'half', 'few', 'nowhere']) {
          for (const key of [undefined, sort === 'relevance' ? 0.5 : 3_000]) {
            const cursor = key === undefined ? undefined : { sort, id: middle, key };
            const statement = listStatement({ sort, currency: 'USD', count: 25, query, collection, cursor });
            const { scanned, ms } = await explain(statement.text, statement.values);
            expect(scanned, `${statement.name} ${collection} ${key}`).toEqual([]);
            expect(ms, `${statement.name} ${collection} ${key}`).toBeLessThan(1_500);
          }
        }
      },
    );
  });

  test('a product page scans no table', async () => {
    const text = `select ${PRODUCT_DOCUMENT} as product from products p where p.slug = $1 and p.status = 'active'`;
    expect((await explain(text, ['p-777'])).scanned).toEqual([]);
  });
});
