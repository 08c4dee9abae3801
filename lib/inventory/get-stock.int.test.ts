import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { inSession } from '@/db/session';
import { makeOffer } from '@/db/testing/offers';
import { newId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { getStock } from './get-stock';

afterAll(closeDatabase);

/** A pending order for every unit, whose time is over. */
async function holdAllUntilOver(variantId: VariantId, stock: number) {
  const request = {
    orderId: toUuid(newId('ord')),
    eventId: toUuid(newId('evt')),
    idempotencyId: toUuid(newId('req')),
    fingerprint: 'ab'.repeat(32),
    lines: [{ variantId: toUuid(variantId), quantity: stock }],
    email: 'ada@example.com',
    shippingAddress: { name: 'Ada', line1: '1 Main St', city: 'X', postalCode: '1', country: 'US' },
    holdSeconds: 600,
  };
  await atomically([
    sql`select place_order(${JSON.stringify(request)}::jsonb)`,
    sql`update orders set expires_at = now() - interval '1 second' where id = ${request.orderId}::uuid`,
  ]);
}

it('counts units whose hold is over, and releases them', async () => {
  const variantId = await makeOffer({ stock: 3 });
  await holdAllUntilOver(variantId, 3);
  expect(await getStock(variantId)).toEqual({ variantId, available: 3 });
  const [row] = await query<{ level: number }>('test_level', 'select stock_level($1::uuid) as level', [
    toUuid(variantId),
  ]);
  expect(row?.level).toBe(3);
});

it('counts them also while somebody else is releasing them, and once', async () => {
  const variantId = await makeOffer({ stock: 3 });
  await holdAllUntilOver(variantId, 3);
  await inSession(async (tx) => {
    await tx.execute(sql`select release_due_holds(100, array[${toUuid(variantId)}::uuid])`);
    // Not committed yet: a reader sees the hold, and cannot take its row.
    expect(await getStock(variantId)).toEqual({ variantId, available: 3 });
  });
});
