import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atomically, closeDatabase } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { newId, type OrderId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { placeOrder } from './place-order';

const address = { name: 'Ada', line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' };
let order: OrderId;
let variant: VariantId;

beforeAll(async () => {
  variant = await makeOffer({ stock: 5 });
  const outcome = await placeOrder(
    { lines: [{ variantId: variant, quantity: 1 }], email: 'ada@example.com', shippingAddress: address },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  order = outcome.value.order.id;
});

afterAll(closeDatabase);

/** What Postgres calls the refusal: its code and the guard's name. */
async function refusalOf(statement: string): Promise<unknown> {
  try {
    await atomically([sql.raw(statement)]);
  } catch (error) {
    for (let at: unknown = error; at instanceof Error; at = at.cause)
      if ('constraint' in at) return at.constraint;
    throw error;
  }
  return null;
}

describe('an order can never be', () => {
  it.each([
    ['worth less than nothing', 'total_minor = -1'],
    ['shipped for less than nothing', 'shipping_minor = -1'],
    ['of a negative subtotal', 'shipping_minor = total_minor + 1'],
    ['discounted below nothing', 'discount_minor = -1'],
    ['paid without a moment', "status = 'paid', payment_status = 'succeeded'"],
    ['paid without a payment', "status = 'paid', paid_at = now()"],
    ['fulfilled without a payment', "status = 'fulfilled', paid_at = now()"],
  ])('%s', async (_what, change) => {
    expect(await refusalOf(`update orders set ${change} where id = '${toUuid(order)}'`)).toBe('orders_guard');
  });
});

describe('the ledger refuses a row', () => {
  it.each([
    ['that changes nothing', `0, 'adjust', null`],
    ['of a sale without an order', `-1, 'claim', null`],
    ['of an adjustment with an order', `-1, 'adjust', gen_random_uuid()`],
  ])('%s', async (_what, values) => {
    const columns = 'variant_id, lane, delta, kind, order_id';
    const row = `insert into stock_movements (${columns}) values ('${toUuid(variant)}', 0, ${values})`;
    expect(await refusalOf(row)).toBe('stock_movements_guard');
  });
});
