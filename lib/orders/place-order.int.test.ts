import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { findBrokenStock } from '@/db/testing/stock-invariants';
import { newId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { placeOrder } from './place-order';
import { quoteCheckout } from './quote-checkout';
import { releaseDueHolds } from './release-due-holds';

const address = { name: 'Ada', line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' };

function buy(lines: { variantId: VariantId; quantity: number }[], extra: object = {}, key = newId('req')) {
  return placeOrder(
    { lines, email: 'ada@example.com', shippingAddress: address, ...extra },
    { idempotency: { id: toUuid(key), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
}

const reasonOf = (outcome: Awaited<ReturnType<typeof buy>>) => (outcome.ok ? 'placed' : outcome.reason);

function tally(outcomes: Awaited<ReturnType<typeof buy>>[]) {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[reasonOf(outcome)] = (counts[reasonOf(outcome)] ?? 0) + 1;
  return counts;
}

async function levelOf(variantId: VariantId) {
  const [row] = await query<{ level: number | null }>('test_level', 'select stock_level($1::uuid) as level', [
    toUuid(variantId),
  ]);
  return row?.level;
}

async function expireHolds(variantId: VariantId) {
  await atomically([
    sql`update orders set expires_at = now() - interval '1 second' where status = 'pending'
        and id in (select order_id from order_lines where variant_id = ${toUuid(variantId)}::uuid)`,
  ]);
}

afterAll(closeDatabase);

describe('a crowd', () => {
  it.each([1, 32])('buys exactly what is there, from %i lanes', async (lanes) => {
    const variantId = await makeOffer({ stock: 40, lanes });
    const outcomes = await Promise.all(Array.from({ length: 120 }, () => buy([{ variantId, quantity: 1 }])));
    expect(tally(outcomes)).toEqual({ placed: 40, 'out-of-stock': 80 });
    expect(await levelOf(variantId)).toBe(0);
    expect(await findBrokenStock([variantId])).toEqual([]);
  });

  it('gathers the last units from several lanes', async () => {
    const variantId = await makeOffer({ stock: 32, lanes: 32 });
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => buy([{ variantId, quantity: 3 }])));
    expect(tally(outcomes)).toEqual({ placed: 10, 'out-of-stock': 20 });
    expect(await levelOf(variantId)).toBe(2);
    expect(await findBrokenStock([variantId])).toEqual([]);
  });

  it('with the lines in opposite orders never waits in a circle', async () => {
    const variants = await Promise.all([8, 1, 4].map((lanes) => makeOffer({ stock: 50, lanes })));
    const forth = variants.map((variantId) => ({ variantId, quantity: 2 }));
    const back = forth.toReversed();
    const outcomes = await Promise.all(Array.from({ length: 60 }, (_, i) => buy(i % 2 ? forth : back)));
    expect(tally(outcomes)).toEqual({ placed: 25, 'out-of-stock': 35 });
    for (const variantId of variants) expect(await levelOf(variantId)).toBe(0);
    expect(await findBrokenStock(variants)).toEqual([]);
  });
});

describe('an order', () => {
  it('is answered again for its key, to the byte', async () => {
    const lines = await Promise.all(
      [null, 3].map(async (stock) => ({ variantId: await makeOffer({ stock }), quantity: 2 })),
    );
    const key = newId('req');
    const [first, again] = [await buy(lines, {}, key), await buy(lines, {}, key)];
    if (!(first.ok && again.ok)) throw new Error('Both must be placed.');
    expect([first.value.replayed, again.value.replayed]).toEqual([false, true]);
    expect(JSON.stringify(again.value.order)).toBe(JSON.stringify(first.value.order));
  });

  it('is placed once for equal keys that race', async () => {
    const variantId = await makeOffer({ stock: 10 });
    const key = newId('req');
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => buy([{ variantId, quantity: 1 }], {}, key)),
    );
    const ids = new Set(outcomes.map((outcome) => (outcome.ok ? outcome.value.order.id : outcome.reason)));
    expect(ids.size).toBe(1);
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.value.replayed)).toHaveLength(1);
    expect(await levelOf(variantId)).toBe(9);
  });

  it('is all or nothing: a short line gives every other line back', async () => {
    const [plenty, scarce] = [await makeOffer({ stock: 10 }), await makeOffer({ stock: 1 })];
    const outcome = await buy([
      { variantId: scarce, quantity: 2 },
      { variantId: plenty, quantity: 3 },
    ]);
    expect(outcome).toMatchObject({
      ok: false,
      reason: 'out-of-stock',
      errors: [{ path: 'lines/0', variantId: scarce, available: 1 }],
    });
    expect(await levelOf(plenty)).toBe(10);
    expect(await findBrokenStock([plenty, scarce])).toEqual([]);
  });

  it('merges lines of one variant before it claims', async () => {
    const variantId = await makeOffer({ stock: 5 });
    const line = { variantId, quantity: 3 };
    expect(reasonOf(await buy([line, line]))).toBe('out-of-stock');
    const outcome = await buy([{ variantId, quantity: 2 }, line]);
    expect(outcome).toMatchObject({ ok: true, value: { order: { lines: [{ quantity: 5 }] } } });
  });

  it('of something not counted takes from no lane', async () => {
    const variantId = await makeOffer({ stock: null });
    expect(reasonOf(await buy([{ variantId, quantity: 99 }]))).toBe('placed');
    expect(await levelOf(variantId)).toBeNull();
  });

  it('of something off sale, or without a stock row, is refused as sold out', async () => {
    const offSale = await makeOffer({ stock: null, sellable: false });
    expect(reasonOf(await buy([{ variantId: offSale, quantity: 1 }]))).toBe('out-of-stock');
    const lost = await makeOffer({ stock: 5 });
    await atomically([
      sql`delete from stock_lanes where variant_id = ${toUuid(lost)}::uuid`,
      sql`delete from stock_items where variant_id = ${toUuid(lost)}::uuid`,
    ]);
    expect(reasonOf(await buy([{ variantId: lost, quantity: 1 }]))).toBe('out-of-stock');
  });

  it('costs what the quote said', async () => {
    const variantId = await makeOffer({ priceMinor: 1_999 });
    const quote = await quoteCheckout({ lines: [{ variantId, quantity: 3 }], country: 'US' });
    const outcome = await buy([{ variantId, quantity: 3 }]);
    if (!quote.ok || !outcome.ok) throw new Error('refused');
    const { shippingMethods, ...money } = quote.value;
    expect(shippingMethods).not.toEqual([]);
    expect(outcome.value.order).toMatchObject(money);
    expect(outcome.value.order.subtotal).toEqual({ amount: 5_997, currency: 'USD' });
  });

  it('of nothing that the shop knows is refused by name, and so is its quote', async () => {
    const lines = [{ variantId: newId('var'), quantity: 1 }];
    const refused = {
      ok: false,
      reason: 'validation-failed',
      errors: [{ path: 'lines/0/variantId', message: 'There is no such variant in this shop.' }],
    };
    expect(await buy(lines)).toEqual(refused);
    expect(await quoteCheckout({ lines })).toEqual(refused);
  });

  it('at another total than expected is refused with the new quote, and holds nothing', async () => {
    const variantId = await makeOffer({ priceMinor: 1_000, stock: 1 });
    const outcome = await buy([{ variantId, quantity: 1 }], { expectedTotal: { amount: 999 } });
    expect(outcome).toMatchObject({
      ok: false,
      reason: 'price-changed',
      quote: { total: { amount: 1_000 } },
    });
    expect(await levelOf(variantId)).toBe(1);
  });

  it('that costs nothing is paid at once', async () => {
    const variantId = await makeOffer({ priceMinor: 0 });
    expect(await buy([{ variantId, quantity: 1 }])).toMatchObject({
      ok: true,
      value: { order: { status: 'paid' } },
    });
  });
});

describe('a hold', () => {
  it('whose time is over is free for the next buyer at once, without a sweep', async () => {
    const variantId = await makeOffer({ stock: 1 });
    expect(reasonOf(await buy([{ variantId, quantity: 1 }]))).toBe('placed');
    expect(reasonOf(await buy([{ variantId, quantity: 1 }]))).toBe('out-of-stock');
    await expireHolds(variantId);
    expect(reasonOf(await buy([{ variantId, quantity: 1 }]))).toBe('placed');
    expect(await findBrokenStock([variantId])).toEqual([]);
  });

  it('is released once by sweeps that race with each other and with buyers', async () => {
    const variants = await Promise.all([32, 1].map((lanes) => makeOffer({ stock: 20, lanes })));
    const lines = variants.map((variantId) => ({ variantId, quantity: 1 }));
    await Promise.all(Array.from({ length: 20 }, () => buy(lines)));
    for (const variantId of variants) await expireHolds(variantId);
    const [bought] = await Promise.all([
      Promise.all(Array.from({ length: 30 }, (_, i) => buy(i % 2 ? lines : lines.toReversed()))),
      ...Array.from({ length: 4 }, () => releaseDueHolds()),
    ]);
    expect(tally(bought)).toEqual({ placed: 20, 'out-of-stock': 10 });
    expect(await findBrokenStock(variants)).toEqual([]);
  });
});
