import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { findBrokenStock } from '@/db/testing/stock-invariants';
import { newId, type OrderId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { placeOrder } from '@/lib/orders/place-order';
import { releaseDueHolds } from '@/lib/orders/release-due-holds';
import { adjustStock } from './adjust-stock';
import { getStock } from './get-stock';
import { setLanes } from './set-lanes';

const address = { name: 'Ada', line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' };

afterAll(closeDatabase);

async function buy(lines: { variantId: VariantId; quantity: number }[]) {
  const outcome = await placeOrder(
    { lines, email: 'ada@example.com', shippingAddress: address },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  return outcome.ok ? outcome.value.order.id : outcome.reason;
}

async function expire(id: OrderId) {
  await atomically([
    sql`update orders set expires_at = now() - interval '1 second' where id = ${toUuid(id)}::uuid`,
  ]);
  while ((await releaseDueHolds()) > 0);
}

async function lanesOf(variantId: VariantId): Promise<number[]> {
  const rows = await query<{ available: number }>(
    'test_lanes',
    'select available::int as available from stock_lanes where variant_id = $1::uuid order by lane',
    [toUuid(variantId)],
  );
  return rows.map((row) => row.available);
}

describe('lanes', () => {
  it('spread and merge without a unit lost, and every order stays right', async () => {
    const variantId = await makeOffer({ stock: 10 });
    expect(await setLanes(variantId, 4, 'test')).toEqual({ ok: true, value: { lanes: 4, available: 10 } });
    expect(await lanesOf(variantId)).toEqual([3, 3, 2, 2]);
    const id = await buy([{ variantId, quantity: 7 }]);
    expect(id).toMatch(/^ord_/);
    expect(await setLanes(variantId, 1, 'test')).toMatchObject({ ok: true, value: { available: 3 } });
    expect(await lanesOf(variantId)).toEqual([3]);
    // What was claimed from lanes that are gone comes back to the one that is there.
    await expire(id as OrderId);
    expect(await lanesOf(variantId)).toEqual([10]);
    expect(await findBrokenStock([variantId])).toEqual([]);
  });

  it('of one hot variant serve a crowd to the last unit while they are spread and merged', async () => {
    const variantId = await makeOffer({ stock: 60 });
    const rebalance = (async () => {
      for (const lanes of [8, 2, 16, 1, 32]) await setLanes(variantId, lanes, 'test');
    })();
    const answers = await Promise.all(Array.from({ length: 90 }, () => buy([{ variantId, quantity: 1 }])));
    await rebalance;
    expect(answers.filter((answer) => answer.startsWith('ord_'))).toHaveLength(60);
    expect(answers.filter((answer) => answer === 'out-of-stock')).toHaveLength(30);
    expect((await getStock(variantId))?.available).toBe(0);
    expect(await findBrokenStock([variantId])).toEqual([]);
  });

  it('are refused for what is not counted or not there', async () => {
    const variantId = await makeOffer({ stock: null });
    expect(await setLanes(variantId, 2, 'test')).toEqual({ ok: false, reason: 'stock-not-counted' });
    expect(await setLanes(newId('var'), 2, 'test')).toEqual({ ok: false, reason: 'variant-not-found' });
    await expect(setLanes(variantId, 65, 'test')).rejects.toThrow(RangeError);
  });
});

describe('a variant that stops being counted', () => {
  it('balances, with holds that are released before and after it is counted again', async () => {
    const variantId = await makeOffer({ stock: 10 });
    const first = await buy([{ variantId, quantity: 2 }]);
    const second = await buy([{ variantId, quantity: 3 }]);
    const change = (set: number | null) => adjustStock(variantId, { set, reason: 'test' }, { actor: 'test' });
    await change(null);
    await expire(first as OrderId);
    expect(await findBrokenStock([variantId])).toEqual([]);
    await change(4);
    await expire(second as OrderId);
    expect(await lanesOf(variantId)).toEqual([7]);
    expect(await findBrokenStock([variantId])).toEqual([]);
  });
});

describe('the check of the books', () => {
  const breakages: [string, (variant: string, order: string) => ReturnType<typeof sql>, string][] = [
    [
      'a lane that was changed past the ledger',
      (variant) => sql`update stock_lanes set available = available + 1 where variant_id = ${variant}::uuid`,
      'a lane is not the sum of its ledger',
    ],
    [
      'an order that ended and kept its units',
      (_, order) => sql`update orders set status = 'expired' where id = ${order}::uuid`,
      'an order that is over keeps units, or gave back more than it had',
    ],
    [
      'a line that claimed less than it sells',
      (_, order) => sql`update order_lines set claims = '[[0, 1]]' where order_id = ${order}::uuid`,
      "an order's line claimed another quantity than it sells",
    ],
    [
      'an order that is paid without a payment',
      (_, order) =>
        sql`update orders set status = 'paid', payment_status = 'succeeded', paid_at = now() where id = ${order}::uuid`,
      'an order is paid without a payment, or more than once',
    ],
  ];
  it.each(breakages)('sees %s', async (_, breakIt, what) => {
    const variantId = await makeOffer({ stock: 5 });
    const id = await buy([{ variantId, quantity: 2 }]);
    expect(await findBrokenStock([variantId])).toEqual([]);
    await atomically([breakIt(toUuid(variantId), toUuid(id as OrderId))]);
    expect((await findBrokenStock([variantId])).map((fault) => fault.what)).toContain(what);
  });
});
