import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { atomically, closeDatabase } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { correctWords } from './correct-words';
import { countFacets } from './count-facets';
import { listProducts } from './queries';
import { saveProducts } from './save-products';
import { suggestSearch } from './suggest-search';
import { newDraft } from './testing/drafts';

afterAll(closeDatabase);

const ferry = newDraft({ title: 'The Last Ferry', vendor: 'Odo Quenby' });
const bells = newDraft({ title: 'Cinq épreuves', tags: ['moiré'], productType: 'Screenprint' });
const hidden = newDraft({ title: 'Marzipan', status: 'draft' });

beforeAll(async () => {
  const saves = [ferry, bells, hidden].map((draft) => ({ draft, before: null }));
  expect((await saveProducts(saves, { actor: 'test', reason: 'test' })).ok).toBe(true);
  await atomically([
    sql`insert into collections (id, slug, title) values (${toUuid(newId('col'))}::uuid, 'quenby-rooms', 'Quenby rooms')`,
  ]);
});

const titles = async (query: string) => {
  const { items, correctedQuery } = await listProducts({ query, limit: 10 });
  return [correctedQuery, ...items.map(({ title }) => title)];
};

describe('a search with a typing error', () => {
  test.each([
    ['fery', 'ferry', 'The Last Ferry'],
    ['frery', 'ferry', 'The Last Ferry'],
    ['Quemby ferry', 'quenby ferry', 'The Last Ferry'],
    ['"last ferrry"', '"last ferry"', 'The Last Ferry'],
    ['screnprnt', 'screenprint', 'Cinq épreuves'],
    ['epreuves', 'épreuves', 'Cinq épreuves'],
    ['scrennp', 'screenprint', 'Cinq épreuves'],
  ])('%j finds what %j finds, and says so', async (typed, meant, title) => {
    expect(await titles(typed)).toEqual([meant, title]);
    expect(await countFacets({ query: typed })).toMatchObject({ total: 1, correctedQuery: meant });
  });

  test('finds nothing where nothing is near, nor what is not for sale', async () => {
    for (const query of ['xylophonist', 'zzzz', 'marzipn', 'fer fxx', "o'' (", '1234', 'the'])
      expect(await titles(query), query).toEqual([undefined]);
  });

  test('is taken as it stands where it finds something, or knows all its words', async () => {
    expect(await titles('ferr')).toEqual([undefined, 'The Last Ferry']);
    expect(await correctWords('ferry screenprint')).toBeNull();
    expect(await titles('ferry screenprint')).toEqual([undefined]);
  });

  test('is narrowed and paged as the words that were meant', async () => {
    expect((await listProducts({ query: 'fery', limit: 10, maxPrice: 1 })).items).toEqual([]);
    expect((await listProducts({ query: 'fery', limit: 10, available: true })).items).toHaveLength(1);
  });
});

describe('suggestions', () => {
  const suggested = async (text: string) => {
    const { products, collections, correctedQuery } = await suggestSearch(text);
    return [correctedQuery, ...products.map(({ title }) => title), ...collections.map(({ title }) => title)];
  };

  test('come from the first letters on, collections as well', async () => {
    // Not "fe": another test's random word may begin with it, and none has an "r".
    expect(await suggested('fer')).toEqual([undefined, 'The Last Ferry']);
    expect(await suggested('quen')).toEqual([undefined, 'The Last Ferry', 'Quenby rooms']);
    expect(await suggested('f')).toEqual([undefined]);
    expect(await suggested('')).toEqual([undefined]);
  });

  test('forgive a typing error', async () => {
    expect(await suggested('quemb')).toEqual(['quenby', 'The Last Ferry', 'Quenby rooms']);
  });
});

test('a typing error costs two statements more, whatever is in the shop', async () => {
  await listProducts({ limit: 1 });
  const statements = vi.spyOn(pg.Client.prototype, 'query');
  await listProducts({ query: 'quenbyy ferrie', limit: 10 });
  expect(statements.mock.calls.length).toBe(3);
  statements.mockRestore();
});
