import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkStockModel, summarize } from '@/db/testing/stock-property/check-stock-model';
import { makeStockDatabase, type StockDatabase } from '@/db/testing/stock-property/stock-database';

let database: StockDatabase;

beforeAll(async () => {
  database = await makeStockDatabase();
});
afterAll(() => database.drop());

it('a thousand random interleavings leave what a sheet of paper would say', {
  timeout: 900_000,
}, async () => {
  const verdict = await checkStockModel(database.url, 1_000);
  console.log(summarize(verdict));
  expect(verdict.failure).toBeNull();
  expect(verdict.tally.deadlocks).toBe(0);
});
