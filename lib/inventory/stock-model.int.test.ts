import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkStockModel, summarize } from '@/db/testing/stock-property/check-stock-model';
import { makeStockDatabase, mutate, type StockDatabase } from '@/db/testing/stock-property/stock-database';

let database: StockDatabase;

beforeAll(async () => {
  database = await makeStockDatabase();
});
afterAll(() => database.drop());

const WRONG_STOCK = /oversold|free in the database|books do not balance/;
const NO_FLOOR = [
  mutate('place_order', [['and available >= v_line.quantity and', 'and']]),
  mutate('claim_lane', [['and available >= p_quantity', '']]),
  'alter domain unit_count drop constraint unit_count_check',
];
const NO_FALLBACK = [
  mutate('place_order', [
    [
      'return \'{"outcome": "again"}\';\n    end if;\n    -- No due hold',
      'return \'{"outcome": "out-of-stock"}\';\n    end if;\n    -- No due hold',
    ],
  ]),
];
const NO_MERGE = [
  mutate('price_basket', [
    ['continue when v_variant = any (v_variants);', ''],
    ['for j in i + 1 .. v_last loop', 'for j in i + 1 .. i loop'],
  ]),
];

// The mutated ones first: they are copies of a database that must not be in use.
describe('a purchase that is broken on purpose is found out', () => {
  it.each([
    ['without the floor below a lane', NO_FLOOR, WRONG_STOCK],
    ['without the fallback from a single lane', NO_FALLBACK, /was told out-of-stock/],
    ['without merging the lines of a variant', NO_MERGE, WRONG_STOCK],
  ])('%s', async (_, changes, why) => {
    const mutant = await database.copy(changes);
    try {
      expect((await checkStockModel(mutant.url, 200)).failure).toMatch(why);
    } finally {
      await mutant.drop();
    }
  });
});

describe('whatever happens to stock at the same time', () => {
  it('the database holds what a sheet of paper would say', { timeout: 120_000 }, async () => {
    const verdict = await checkStockModel(database.url, 50);
    console.log(summarize(verdict));
    expect(verdict.failure).toBeNull();
    expect(verdict.tally.deadlocks).toBe(0);
  });
});
