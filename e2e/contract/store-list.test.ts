import { beforeAll, describe, expect, test } from 'vitest';
import { call, invalid, read, refused } from '@/e2e/support/client';
import { collectPages } from '@/e2e/support/collect-pages';
import { freshWord } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { makeProduct, makeVariant, setStock, usd } from '@/e2e/support/product';
import { type MerchantProduct, type ProductCard, pageOf, productCardShape } from '@/e2e/support/shapes';
import { eventually } from '@/e2e/support/wait';

const word = freshWord();
const PRICES = [500, 300, 300, 300, 900, 100, 300, 700, 700, 300, 100];
const made: MerchantProduct[] = [];
const list = (query: Record<string, string>, limit = 100) =>
  collectPages('/api/products', productCardShape, { query, limit });

beforeAll(async () => {
  for (const [index, amount] of PRICES.entries()) {
    made.push(await makeProduct({ title: `Print ${word} ${index}`, price: usd(amount) }));
  }
  await eventually('new products are listed', 2_000, async () =>
    (await list({ query: word })).length === PRICES.length ? true : undefined,
  );
});

describe('each sort', () => {
  const newest = (cards: ProductCard[]) => cards.map((card) => card.id);
  test.each(['newest', 'price-asc', 'price-desc', 'relevance'])(
    '%s pages to the end, no gap and no double',
    async (sort) => {
      const whole = await list({ query: word, sort });
      expect(new Set(newest(whole))).toEqual(new Set(made.map((product) => product.id)));
      for (const limit of [1, 2, 3, 5, 11]) {
        expect(newest(await list({ query: word, sort }, limit)), `limit ${limit}`).toEqual(newest(whole));
      }
    },
  );

  test('newest gives the newest first', async () => {
    expect(newest(await list({ query: word, sort: 'newest' }))).toEqual(
      made.map((product) => product.id).reverse(),
    );
  });

  test('price-asc and price-desc order by price', async () => {
    const prices = async (sort: string) =>
      (await list({ query: word, sort })).map((card) => card.price.amount);
    expect(await prices('price-asc')).toEqual(PRICES.toSorted((a, b) => a - b));
    expect(await prices('price-desc')).toEqual(PRICES.toSorted((a, b) => b - a));
  });

  test('relevance puts a title before a mention', async () => {
    const rare = freshWord();
    const mention = await makeProduct({
      title: 'Plain print',
      descriptionHtml: `<p>Beside ${rare} and other things.</p>`,
    });
    const title = await makeProduct({ title: `${rare} ${rare}` });
    const found = await eventually('both are found', 2_000, async () => {
      const cards = await list({ query: rare, sort: 'relevance' });
      return cards.length === 2 ? cards.map((card) => card.id) : undefined;
    });
    expect(found).toEqual([title.id, mention.id]);
  });
});

test('the whole catalog pages to the end in every sort, no double', async () => {
  for (const sort of ['newest', 'price-asc', 'price-desc']) {
    const ids = (await list({ sort })).map((card) => card.id);
    expect(new Set(ids).size, sort).toBe(ids.length);
    for (const product of made) expect(ids, sort).toContain(product.id);
  }
});

test('a product that appears between two pages shifts nothing', async () => {
  const query = { query: freshWord(), sort: 'newest' };
  for (let index = 0; index < 4; index += 1) await makeProduct({ title: `Shift ${query.query} ${index}` });
  const before = await eventually('listed', 2_000, async () => {
    const cards = await list(query);
    return cards.length === 4 ? cards.map((card) => card.id) : undefined;
  });
  const page = read(
    await call('GET', `/api/products?${new URLSearchParams({ ...query, limit: '2' })}`),
    200,
    pageOf(productCardShape),
  );
  await makeProduct({ title: `Shift ${query.query} late` });
  const rest = new URLSearchParams({ ...query, limit: '2', cursor: page.nextCursor ?? '' });
  const next = read(await call('GET', `/api/products?${rest}`), 200, pageOf(productCardShape));
  expect([...page.items, ...next.items].map((card) => card.id)).toEqual(before);
});

test('a page holds 24 products unless told', async () => {
  const many = freshWord();
  for (let index = 0; index < 25; index += 1) await makeProduct({ title: `Many ${many}` });
  await eventually('listed', 2_000, async () =>
    (await list({ query: many })).length === 25 ? true : undefined,
  );
  const page = read(await call('GET', `/api/products?query=${many}`), 200, pageOf(productCardShape));
  expect(page.items).toHaveLength(24);
  expect(page.nextCursor).not.toBeNull();
});

test('the price of a card is its cheapest variant, and sold out is not available', async () => {
  const rare = freshWord();
  const variants = [
    { title: 'A', price: usd(900), stock: 1, optionValues: ['A'] },
    { title: 'B', price: usd(400), stock: 0, optionValues: ['B'] },
  ];
  const options = [{ name: 'Size', values: ['A', 'B'] }];
  await makeProduct({ title: `Two ${rare}`, options, variants });
  const lone = await makeVariant({ title: `Gone ${rare}`, stock: 1 });
  await setStock(lone, 0);
  const cards = await eventually('listed', 2_000, async () => {
    const found = await list({ query: rare });
    return found.length === 2 && found.some((card) => !card.available) ? found : undefined;
  });
  expect(cards.find((card) => card.title.startsWith('Two'))).toMatchObject({
    price: usd(400),
    available: true,
  });
  expect(cards.find((card) => card.title.startsWith('Gone'))).toMatchObject({ available: false });
});

test('a search finds by word, whatever its case, and finds nothing for a stranger', async () => {
  const of = async (query: string) => (await list({ query })).length;
  expect(await of(word.toUpperCase())).toBe(PRICES.length);
  expect(await of(freshWord())).toBe(0);
});

test('a search of operators and signs is a search, not a fault', async () => {
  for (const query of [
    "'",
    '"',
    '&',
    '|',
    '!',
    '(',
    ')',
    ':*',
    '<->',
    '\\',
    '%',
    '_',
    '*',
    '; --',
    'a & | b',
    "o'neil",
    '🎉',
    'é',
    ' ',
    '\t',
    '$1',
    '{}',
    `${word} & (`,
  ]) {
    const answer = await call('GET', `/api/products?${new URLSearchParams({ query, limit: '5' })}`);
    read(answer, 200, pageOf(productCardShape));
  }
});

describe('a list that cannot be is 422', () => {
  const queries = [
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=abc',
    'limit=1.5',
    'limit=1e2',
    'sort=cheapest',
    'sort=__proto__',
  ];
  test.each(queries)('%s', async (query) => {
    invalid(await call('GET', `/api/products?${query}`), first(query.split('=')));
  });

  test.each(['nonsense', 'e30', 'W10=', 'bnVsbA', '-1', '%F0%9F%8E%89', 'x'.repeat(3_000)])(
    'cursor %s',
    async (cursor) => {
      const answer = await call('GET', `/api/products?cursor=${cursor}`);
      refused(answer, 422);
    },
  );

  test('a cursor of another sort is refused or read, never a fault', async () => {
    const page = read(
      await call('GET', `/api/products?query=${word}&limit=2&sort=price-asc`),
      200,
      pageOf(productCardShape),
    );
    for (const sort of ['newest', 'price-desc', 'relevance']) {
      const search = new URLSearchParams({ query: word, sort, cursor: page.nextCursor ?? '' });
      expect([200, 422], sort).toContain((await call('GET', `/api/products?${search}`)).status);
    }
  });
});

test('an unknown collection holds nothing', async () => {
  const answer = await call('GET', `/api/products?collection=${freshWord()}`);
  if (answer.status === 404) refused(answer, 404);
  else expect(read(answer, 200, pageOf(productCardShape)).items).toEqual([]);
});
