import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { call, invalid, read } from '@/e2e/support/client';
import { freshWord } from '@/e2e/support/fresh';
import { makeProduct, usd } from '@/e2e/support/product';
import { pageOf, productCardShape } from '@/e2e/support/shapes';
import { eventually } from '@/e2e/support/wait';

const word = freshWord();
const options = [{ name: 'Size', values: ['A4', 'A3'] }];
const page = pageOf(productCardShape).extend({ correctedQuery: z.string().optional() });
const facets = z.object({
  total: z.int(),
  isComplete: z.boolean(),
  available: z.int(),
  price: z.object({ min: z.object({ amount: z.int(), currency: z.string() }), max: z.unknown() }).nullable(),
  options: z.array(
    z.object({ name: z.string(), values: z.array(z.object({ value: z.string(), count: z.int() })) }),
  ),
  correctedQuery: z.string().optional(),
});
const suggestions = z.object({
  products: z.array(productCardShape),
  collections: z.array(z.object({ slug: z.string(), title: z.string() })),
  correctedQuery: z.string().optional(),
});

const list = async (more: string) => read(await call('GET', `/api/products?query=${word}${more}`), 200, page);
const titles = async (more: string) =>
  (await list(more)).items.map(({ title }) => title.split(' ')[0]).sort();
const count = async (more: string) =>
  read(await call('GET', `/api/search/facets?query=${word}${more}`), 200, facets);

/** One letter of the word is wrong. */
const typo = `${word.slice(0, 5)}${word[5] === 'x' ? 'y' : 'x'}${word.slice(6)}`;

beforeAll(async () => {
  const variants = (a4: number, a3: number) => [
    { optionValues: ['A4'], stock: a4, price: usd(1_000) },
    { optionValues: ['A3'], stock: a3, price: usd(2_000) },
  ];
  await makeProduct({ title: `both ${word}`, options, variants: variants(1, 1) });
  await makeProduct({ title: `small ${word}`, options, variants: variants(1, 0) });
  await makeProduct({ title: `dear ${word}`, price: usd(50_000) });
  await eventually('new products are listed', 2_000, async () =>
    (await titles('')).length === 3 ? true : undefined,
  );
});

test.each([
  ['&options=Size:A3', ['both', 'small']],
  ['&options=Size:A3&options=Size:A4&available=true', ['both', 'small']],
  ['&options=Size:A3&available=true', ['both']],
  ['&options=Size:A3&available=false', ['small']],
  ['&options=Size:A3&options=Frame:Oak', []],
  ['&minPrice=1001', ['dear']],
  ['&maxPrice=1000', ['both', 'small']],
  ['&minPrice=0&maxPrice=99999999999', ['both', 'dear', 'small']],
  ['&minPrice=2&maxPrice=1', []],
])('%s narrows a list', async (more, expected) => {
  for (const sort of ['newest', 'price-asc', 'price-desc', 'relevance'])
    expect(await titles(`${more}&sort=${sort}`), sort).toEqual(expected);
});

test('a narrowed list goes on where the page before ended', async () => {
  const first = await list('&options=Size:A3&limit=1');
  expect(first.items).toHaveLength(1);
  const second = await list(`&options=Size:A3&limit=1&cursor=${first.nextCursor}`);
  expect(second.items).toHaveLength(1);
  expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
});

test('facets count what each choice would leave', async () => {
  expect(await count('')).toMatchObject({
    total: 3,
    isComplete: true,
    price: { min: usd(1_000), max: usd(50_000) },
    options: [
      {
        name: 'Size',
        values: [
          { value: 'A4', count: 2 },
          { value: 'A3', count: 2 },
        ],
      },
    ],
  });
  expect(await count('&available=true&options=Size:A3')).toMatchObject({
    total: 1,
    available: 1,
    options: [
      {
        name: 'Size',
        values: [
          { value: 'A4', count: 2 },
          { value: 'A3', count: 1 },
        ],
      },
    ],
  });
});

describe('a word with a typing error', () => {
  test('is taken for the nearest that a product is called by, and said', async () => {
    const answer = read(await call('GET', `/api/products?query=${typo}`), 200, page);
    expect(answer.correctedQuery).toBe(word);
    expect(answer.items).toHaveLength(3);
    expect((await list('')).correctedQuery).toBeUndefined();
  });

  test('is suggested for, as is a word that is only begun', async () => {
    for (const query of [typo, word.slice(0, 8)]) {
      const answer = await call('GET', `/api/search/suggestions?query=${query}`);
      expect(read(answer, 200, suggestions).products, query).toHaveLength(3);
    }
  });
});

test('suggestions for nothing are none, and never more than eight', async () => {
  for (const query of ['', '?query=', '?query=%20', "?query='", '?query=a']) {
    const { products, collections } = read(
      await call('GET', `/api/search/suggestions${query}`),
      200,
      suggestions,
    );
    expect(products.length + collections.length).toBeLessThanOrEqual(8);
  }
});

test.each([
  ['minPrice', '-1'],
  ['minPrice', '1.5'],
  ['maxPrice', '1e3'],
  ['maxPrice', ''],
  ['available', 'yes'],
  ['options', 'Size'],
  ['options', ':A3'],
  ['options', 'Size:'],
])('%s=%s is 422', async (name, value) => {
  for (const path of ['/api/products', '/api/search/facets'])
    invalid(
      await call('GET', `${path}?${new URLSearchParams({ [name]: value })}`),
      name === 'options' ? 'options/0' : name,
    );
});
