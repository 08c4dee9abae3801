import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { atomically, closeDatabase } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { countFacets, type FacetFilter } from './count-facets';
import type { ListFilter } from './internal/narrow-list';
import type { ProductDraft, ProductSort } from './model';
import { optionKey, optionOf } from './model';
import { parseProductCursor } from './product-cursor';
import { listProducts } from './queries';
import { saveProducts } from './save-products';
import { newDraft, newVariant } from './testing/drafts';
import { freshWord } from './testing/fresh-word';

afterAll(closeDatabase);

const SIZES = ['A4', 'A3', 'A2'];
const FRAMES = ['None', 'Oak'];
const PRICES = [100, 250, 250, 400, 900];

const word = freshWord();
const collection = { id: newId('col'), slug: `c-${word}` };

/** Products of every kind: with no option, one and two; some sizes only; sold out, partly sold out and not counted. */
const drafts: ProductDraft[] = Array.from({ length: 36 }, (_, index) => {
  const sizes = SIZES.filter((_size, at) => (index >> at) % 2 === 0 || at === index % 3);
  const frames = index % 4 === 0 ? [] : FRAMES;
  const options = [
    { name: 'Size', values: sizes },
    ...(frames.length === 0 ? [] : [{ name: 'Frame', values: frames }]),
  ];
  const priceMinor = PRICES[index % PRICES.length] ?? 0;
  const stockOf = (at: number) => [3, 0, null][(index + at) % 3] ?? (index % 5 === 0 ? null : 0);
  const combinations = sizes.flatMap((size) =>
    frames.length === 0 ? [[size]] : frames.map((frame) => [size, frame]),
  );
  const price = [{ currency: 'USD', priceMinor, compareAtMinor: null }];
  return newDraft({
    title: `Sheet ${word} ${index}`,
    options: index === 35 ? [] : options,
    variants:
      index === 35
        ? [newVariant({ prices: price, stock: 0 })]
        : combinations.map((optionValues, at) =>
            newVariant({ optionValues, prices: price, stock: stockOf(at) }),
          ),
    collectionIds: index % 2 === 0 ? [collection.id] : [],
  });
});

const FILTERS: ListFilter[] = [
  { options: ['Size:A3'] },
  { options: ['Size:A3', 'Size:A2'] },
  { options: ['Size:A3', 'Frame:Oak'] },
  { options: ['Size:A3', 'Size:A4', 'Frame:None'], available: true },
  { options: ['Size:A3', 'Frame:Oak'], available: false },
  { options: ['Size:A3'], minPrice: 200, maxPrice: 400 },
  { options: ['Size:A3', 'Frame:Oak', 'Depth:1', 'Depth:2', 'Hue:red'] },
  { minPrice: 250 },
  { maxPrice: 99 },
  { minPrice: 250, maxPrice: 250, available: true },
  { available: true },
  { available: false },
  { options: ['Nothing:Else'] },
];

type Scope = { query?: string; collection?: string };
const SCOPES: Scope[] = [
  { query: word },
  { collection: collection.slug },
  { query: word, collection: collection.slug },
];

/** The plainest way to the same answer: look at everything. */
function fitting(filter: ListFilter, scope: Scope, without?: string): ProductDraft[] {
  const wished = (filter.options ?? []).filter((key) => optionOf(key) !== without);
  const names = [...new Set(wished.map(optionOf))];
  return drafts.filter((draft, index) => {
    if (scope.collection !== undefined && index % 2 !== 0) return false;
    const price = Math.min(...draft.variants.map(({ prices }) => prices[0]?.priceMinor ?? 0));
    if (price < (filter.minPrice ?? 0) || price > (filter.maxPrice ?? 1e9)) return false;
    return isFree(fittingVariants(draft, names, wished), filter.available);
  });
}

const fittingVariants = (draft: ProductDraft, names: string[], wished: readonly string[]) =>
  draft.variants.filter(({ optionValues }) =>
    names.every((name) =>
      draft.options.some(
        (option, at) => option.name === name && wished.includes(optionKey(name, optionValues[at] ?? '')),
      ),
    ),
  );

function isFree(variants: ProductDraft['variants'], available: boolean | undefined): boolean {
  if (variants.length === 0) return false;
  return available === undefined || variants.some(({ stock }) => stock !== 0) === available;
}

function expectedCounts(filter: ListFilter, scope: Scope): string[] {
  const counts: string[] = [];
  for (const [name, values] of [
    ['Size', SIZES],
    ['Frame', FRAMES],
  ] as const) {
    for (const value of values) {
      const others = (filter.options ?? []).filter((key) => optionOf(key) !== name);
      const count = fitting({ ...filter, options: [...others, optionKey(name, value)] }, scope).length;
      if (count > 0) counts.push(`${name}:${value} ${count}`);
    }
  }
  return counts.sort();
}

async function collect(filter: ListFilter & Scope, sort: ProductSort, limit: number): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const at = cursor === undefined ? undefined : (parseProductCursor(cursor, sort) ?? undefined);
    const page = await listProducts({ ...filter, sort, limit, cursor: at });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}

beforeAll(async () => {
  await atomically([
    sql`insert into collections (id, slug, title) values (${toUuid(collection.id)}::uuid, ${collection.slug}, ${collection.slug})`,
  ]);
  const saves = drafts.map((draft) => ({ draft, before: null }));
  expect((await saveProducts(saves, { actor: 'test', reason: 'test' })).ok).toBe(true);
});

describe.each(SCOPES)('of %j', (scope) => {
  test.each(FILTERS)(
    '%j is the list that looking at everything gives, in every order and page',
    async (filter) => {
      const expected = fitting(filter, scope)
        .map(({ id }) => id)
        .sort();
      for (const sort of ['newest', 'price-asc', 'price-desc', 'relevance'] as const) {
        if (sort === 'relevance' && scope.query === undefined) continue;
        const whole = await collect({ ...filter, ...scope }, sort, 100);
        expect([...whole].sort(), sort).toEqual(expected);
        expect(await collect({ ...filter, ...scope }, sort, 5), sort).toEqual(whole);
      }
    },
  );

  test.each([{}, ...FILTERS])('%j counts what each choice would leave', async (filter) => {
    const facets = await countFacets({ ...filter, ...scope } as FacetFilter);
    const counted = facets.options.flatMap(({ name, values }) =>
      values.map(({ value, count }) => `${optionKey(name, value)} ${count}`),
    );
    expect(counted.sort()).toEqual(expectedCounts(filter, scope));
    expect(facets.total).toBe(fitting(filter, scope).length);
    expect(facets.available).toBe(fitting({ ...filter, available: true }, scope).length);
    expect(facets.isComplete).toBe(true);
    const prices = fitting({ ...filter, minPrice: undefined, maxPrice: undefined }, scope).map(
      ({ variants }) => variants[0]?.prices[0]?.priceMinor ?? 0,
    );
    expect(facets.price && [facets.price.min.amount, facets.price.max.amount]).toEqual(
      prices.length === 0 ? null : [Math.min(...prices), Math.max(...prices)],
    );
  });
});

test('values stand in the order of the merchant', async () => {
  const { options } = await countFacets({ collection: collection.slug });
  expect(options.map(({ name, values }) => [name, ...values.map(({ value }) => value)])).toEqual([
    ['Size', ...SIZES],
    ['Frame', ...FRAMES],
  ]);
});

test('a narrowed list and its counts are one statement each, however much is in them', async () => {
  await listProducts({ limit: 1 });
  const statements = vi.spyOn(pg.Client.prototype, 'query');
  const count = async (work: () => Promise<unknown>) => {
    statements.mockClear();
    await work();
    return statements.mock.calls.length;
  };
  const narrow = { query: word, options: ['Size:A3'], available: true, minPrice: 1 };
  expect(await count(() => listProducts({ ...narrow, limit: 2 }))).toBe(1);
  expect(await count(() => listProducts({ ...narrow, limit: 50 }))).toBe(1);
  expect(await count(() => countFacets({ ...narrow, maxPrice: 901 }))).toBe(1);
  expect(await count(() => countFacets({ collection: collection.slug, maxPrice: 902 }))).toBe(1);
  statements.mockRestore();
});
