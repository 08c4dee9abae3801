import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromUuid, type ProductId } from '@/lib/kernel/ids';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { facetStatement } from './internal/facet-statement';
import { listStatement, type Statement } from './internal/list-statement';
import type { ListFilter } from './internal/narrow-list';
import { nearWordsStatement } from './internal/near-words-statement';
import { PRODUCT_DOCUMENT } from './internal/product-document';
import { relatedStatement } from './internal/related-statement';

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
  insert into product_translations (product_id, locale, title, description_text, words)
  select id, 'fr', title, repeat('Du gamma' || length(slug) || ' sur papier, signé. ', 4), '{"Size": "Format", "0": "Petit"}'
  from products;
  insert into variants (id, product_id, position, title, option_values)
  select new_uuid_v7(), id, k, 'V', array[k::text] from products, generate_series(0, 1) k;
  insert into prices (variant_id, currency, price_minor) select id, 'USD', (random() * 10000)::int from variants;
  insert into product_images (id, product_id, position, path) select new_uuid_v7(), id, 0, '/art/x' from products;
  insert into stock_items (variant_id, counted) select id, true from variants;
  insert into stock_lanes (variant_id, lane, available) select id, 0, (random() * 10)::int from variants;
  insert into product_options (product_id, position, name, "values") select id, 0, 'Size', '{0,1}' from products;
  insert into listings (product_id, currency, price_minor, option_values)
  select p.id, 'USD', (random() * 10000)::int,
         array['Size:0', 'Size:1'] || case when hashtext(p.slug) % 1000 = 0 then array['Rare:1'] end
  from products p where p.status = 'active';
  insert into search_words (word, folded)
  select word, word from (select distinct 'alpha' || chr(97 + n % 26) || chr(97 + n / 26 % 26) || chr(97 + n / 676 % 26)
  || chr(97 + n / 17576 % 26) as word from generate_series(1, 40000) n) w;
  insert into collections (id, slug, title) select new_uuid_v7(), slug, slug from unnest(array['half', 'few']) slug;
  insert into collection_products (collection_id, product_id)
  select c.id, p.id from collections c, products p
  where abs(hashtext(p.slug)) % 100 < case c.slug when 'half' then 50 else 1 end;
  insert into search_words (word, folded, locale)
  select word, folded, 'fr' from search_words where hashtext(word) % 2 = 0;
  analyze product_translations, products, product_options, search_words, variants, prices, product_images, stock_items, stock_lanes, listings, collections, collection_products;
`;

/** Those of the shop's own language alone, and those of a page in another one. */
const LANGUAGES = [undefined, 'fr'] as const;

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

/** Of what is in half the catalog, in all of it, in a thousandth, in nothing. */
const FILTERS: ListFilter[] = [
  { options: ['Size:0'] },
  { options: ['Size:0', 'Size:1', 'Rare:1'], available: true },
  { options: ['Nothing:1'], available: true },
  { minPrice: 3_000, maxPrice: 3_010 },
  { minPrice: 100, options: ['Rare:1'] },
  { minPrice: 0 },
  { minPrice: 99_999 },
  { available: true },
  { available: false, minPrice: 9_000 },
];

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Plan[] };

function scannedTables(plan: Plan): string[] {
  const table = plan['Node Type'].includes('Seq Scan') ? (plan['Relation Name'] ?? '') : '';
  return [...(table === '' || SMALL.has(table) ? [] : [table]), ...(plan.Plans ?? []).flatMap(scannedTables)];
}

const indexesOf = (plan: Plan): string[] => [
  plan['Index Name'] ?? '',
  ...(plan.Plans ?? []).flatMap(indexesOf),
];

/** How a statement is run: the tables it reads whole, the indexes it walks, and its time. */
async function explain(
  text: string,
  values: readonly unknown[],
): Promise<{ scanned: string[]; indexes: string[]; ms: number }> {
  const literals = values.map((value) =>
    typeof value === 'number' || value === null ? value : client.escapeLiteral(String(value)),
  );
  await client.query('deallocate all');
  await client.query(`prepare page as ${text}`);
  const { rows } = await client.query(
    `explain (analyze, format json) execute page(${literals.map(String).join(', ')})`,
  );
  const [{ Plan: plan, 'Execution Time': ms }] = rows[0]['QUERY PLAN'];
  return { scanned: scannedTables(plan), indexes: indexesOf(plan), ms };
}

async function expectBounded({ name, text, values }: Statement, of: string): Promise<void> {
  const { scanned, ms } = await explain(text, values);
  expect(scanned, `${name} ${of}`).toEqual([]);
  expect(ms, `${name} ${of}`).toBeLessThan(1_500);
}

describe.each(['auto', 'force_generic_plan'])('with 100,000 products, planned %s', (mode) => {
  beforeAll(() => client.query(`set plan_cache_mode = ${mode}`));

  describe.each(['newest', 'price-asc', 'price-desc', 'relevance'] as const)('a list by %s', (sort) => {
    test.each(sort === 'relevance' ? WORDS : [undefined, ...WORDS])(
      'of words %j scans no table, on any page of any collection',
      async (query) => {
        for (const language of query === undefined ? [undefined] : LANGUAGES) {
          for (const collection of [undefined, 'half', 'few', 'nowhere']) {
            for (const key of [undefined, sort === 'relevance' ? 0.5 : 3_000]) {
              const cursor = key === undefined ? undefined : { sort, id: middle, key };
              const wish = { sort, currency: 'USD', count: 25, query, language, collection, cursor };
              await expectBounded(listStatement(wish), `${collection} ${key}`);
            }
          }
        }
      },
    );
  });

  test.each([{}, ...FILTERS])(
    'a collection in the order of its places, narrowed by %j, scans no table',
    async (filter) => {
      for (const collection of ['half', 'few', 'nowhere']) {
        // The beginning, the middle of half the catalog, and behind everything.
        for (const key of [undefined, (PRODUCTS / 4) * 1_048_576, PRODUCTS * 1_048_576]) {
          const cursor = key === undefined ? undefined : { sort: 'manual' as const, id: middle, key };
          const wish = { sort: 'manual' as const, currency: 'USD', count: 25, collection, filter, cursor };
          await expectBounded(listStatement(wish), `${collection} ${key}`);
        }
      }
    },
  );

  test('a collection that is arranged by hand is walked along the index of its places', async () => {
    for (const key of [undefined, (PRODUCTS / 4) * 1_048_576]) {
      const cursor = key === undefined ? undefined : { sort: 'manual' as const, id: middle, key };
      const { text, values } = listStatement({
        ...{ sort: 'manual', currency: 'USD', count: 25, collection: 'half' },
        cursor,
      });
      const { indexes, ms } = await explain(text, values);
      expect(indexes).toContain('collection_products_collection_id_place_product_id_idx');
      // 25 of 50,000: a list that is read whole and sorted takes ten times as long.
      expect(ms).toBeLessThan(50);
    }
  });

  const scopes = [{}, { query: 'beta3' }, { query: 'beta3', language: 'fr' }].flatMap((words) =>
    [undefined, 'half', 'few'].map((collection) => ({ ...words, collection })),
  );

  test.each(FILTERS)('a list narrowed by %j scans no table, in any order of anything', async (filter) => {
    for (const scope of scopes) {
      for (const sort of ['newest', 'price-asc', 'price-desc', 'relevance'] as const) {
        // Without words nothing is relevant.
        if (sort === 'relevance' && !('query' in scope)) continue;
        for (const key of [undefined, 3_000]) {
          const cursor = key === undefined ? undefined : { sort, id: middle, key };
          const wish = { ...scope, sort, currency: 'USD', count: 25, filter, cursor };
          await expectBounded(listStatement(wish), JSON.stringify({ scope, sort, key }));
        }
      }
    }
  });

  test.each([{}, ...FILTERS])('counts narrowed by %j scan no table, of anything', async (filter) => {
    for (const scope of scopes)
      for (const language of LANGUAGES)
        await expectBounded(
          facetStatement({ language, ...scope, currency: 'USD', filter }),
          JSON.stringify(scope),
        );
  });

  test.each(['alphha', 'bata', 'gamma printt qqqqqq', 'print'])(
    'what %j was to be scans no table',
    async (typed) => {
      for (const language of LANGUAGES)
        await expectBounded(nearWordsStatement(typed.split(' '), language), typed);
    },
  );

  test('what goes with a product scans no table', async () => {
    await expectBounded(relatedStatement(middle, 'USD', 4), 'related');
  });

  test('a product page scans no table', async () => {
    const text = `select ${PRODUCT_DOCUMENT} as product from products p where p.slug = $1 and p.status = 'active'`;
    expect((await explain(text, ['p-777'])).scanned).toEqual([]);
  });
});
