import { describe, expect, test } from 'vitest';
import { placeOrder } from '@/e2e/support/buyer';
import { callAsOwner } from '@/e2e/support/client';
import { databaseKnown, queryDatabase } from '@/e2e/support/database';
import { first } from '@/e2e/support/pick';
import { makeProduct, setStock } from '@/e2e/support/product';

/** Variants whose lanes do not hold what the ledger says. */
const DIFFERENCES = `
  select coalesce(lane.variant_id, moved.variant_id) as variant_id, lane.units as lanes, moved.units as ledger
  from (select variant_id, sum(available)::int as units from stock_lanes group by 1) lane
  full join (select variant_id, sum(delta)::int as units from stock_movements group by 1) moved using (variant_id)
  where coalesce(lane.units, 0) <> coalesce(moved.units, 0)`;

describe.runIf(databaseKnown)('the stock ledger (needs CONTRACT_ENV with the address of Postgres)', () => {
  test('has a row for every change', async () => {
    const product = await makeProduct({ stock: 5 });
    const { id } = first(product.variants);
    const rows = async () => {
      const uuid = id.slice('var_'.length);
      const found = await queryDatabase('select delta from stock_movements where variant_id = $1::uuid', [
        uuid,
      ]);
      return found.map((row) => Number(row.delta)).toSorted((a, b) => a - b);
    };
    expect(await rows()).toEqual([5]);
    await placeOrder(id, 2);
    await callAsOwner('POST', `/api/admin/variants/${id}/stock`, { json: { delta: 4, reason: 'delivery' } });
    await setStock(id, 1);
    await setStock(id, null);
    expect(await rows()).toEqual([-6, -2, -1, 4, 5]);
  });

  test('sums up to what is in stock, for every variant of the shop', async () => {
    expect(await queryDatabase(DIFFERENCES)).toEqual([]);
  });

  test('is never rewritten', async () => {
    await makeProduct({ stock: 1 });
    await expect(queryDatabase('update stock_movements set delta = delta + 1')).rejects.toThrow();
    await expect(queryDatabase('delete from stock_movements')).rejects.toThrow();
  });
});
