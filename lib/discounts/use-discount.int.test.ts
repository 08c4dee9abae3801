import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { inSession } from '@/db/session';
import { makeDiscount } from '@/db/testing/discounts';
import { findBrokenCodes, findBrokenMoney } from '@/db/testing/money-invariants';
import { makeOffer } from '@/db/testing/offers';
import { findBrokenStock } from '@/db/testing/stock-invariants';
import { type DiscountId, newId, type OrderId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { explainTotals } from '@/lib/orders/explain-totals';
import { placeOrder } from '@/lib/orders/place-order';
import { quoteCheckout } from '@/lib/orders/quote-checkout';
import { releaseDueHolds } from '@/lib/orders/release-due-holds';
import { saveDiscount } from './save-discount';

const address = { name: 'Ada', line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' };
const DAY_MS = 86_400_000;

type Line = { variantId: VariantId; quantity: number };

function buy(lines: Line[], discountCode: string, email = `${newId('req')}@example.com`) {
  return placeOrder(
    { lines, email, shippingAddress: address, discountCode },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
}

type Answer = Awaited<ReturnType<typeof buy>> | Awaited<ReturnType<typeof quoteCheckout>>;

/** What is wrong with the code, as people are told; 'fine' when nothing is. */
function verdict(answer: Answer): string {
  if (answer.ok) return 'fine';
  if (answer.reason !== 'validation-failed') return answer.reason;
  return answer.errors.map(({ path, message }) => `${path}: ${message}`).join(' ');
}

async function usedOf(id: DiscountId) {
  const [row] = await query<{ used: number }>(
    'test_used',
    'select count(*)::int as used from discount_uses where discount_id = $1::uuid and given_back_at is null',
    [toUuid(id)],
  );
  return row?.used;
}

async function expire(id: OrderId) {
  await atomically([
    sql`update orders set expires_at = now() - interval '1 second' where id = ${toUuid(id)}::uuid`,
  ]);
}

function tally(answers: Answer[]) {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[verdict(answer)] = (counts[verdict(answer)] ?? 0) + 1;
  return counts;
}

const placedOf = (answers: Awaited<ReturnType<typeof buy>>[]) =>
  answers.flatMap((answer) => (answer.ok ? [answer.value.order.id] : []));

afterAll(closeDatabase);

describe('a code', () => {
  const in1Day = new Date(Date.now() + DAY_MS).toISOString();
  const before1Day = new Date(Date.now() - DAY_MS).toISOString();
  it.each([
    ['that is switched off', { enabled: false }, 'This discount code is not valid.'],
    ['whose time has not come', { startsAt: in1Day }, 'This discount code is not valid yet.'],
    ['whose time is over', { endsAt: before1Day }, 'This discount code is not valid any more.'],
    ['without a use left', { usageLimit: 0 }, 'This discount code has been used up.'],
    [
      'of another currency',
      { kind: 'amount', amountMinor: 5, currency: 'EUR' },
      'This discount code is not valid in this currency.',
    ],
    [
      'with a minimum',
      { minSubtotalMinor: 2_001, currency: 'USD' },
      'This discount code is valid from 20.01 USD.',
    ],
    [
      'for other products',
      { collectionId: newId('col') },
      'This discount code takes nothing off this basket.',
    ],
    [
      'for the shipping of what ships free',
      { kind: 'free_shipping' },
      'This discount code takes nothing off this basket.',
    ],
  ] as const)('%s is refused by quote and checkout alike, and nothing is held', async (_, terms, message) => {
    const variantId = await makeOffer({ priceMinor: 1_000, stock: 2 });
    const { code } = await makeDiscount(terms);
    const lines = [{ variantId, quantity: 2 }];
    expect(verdict(await quoteCheckout({ lines, discountCode: code }))).toBe(`discountCode: ${message}`);
    expect(verdict(await buy(lines, code))).toBe(`discountCode: ${message}`);
    expect(verdict(await buy(lines, (await makeDiscount()).code))).toBe('fine');
  });

  it('is found in any case, and its name is taken once', async () => {
    const variantId = await makeOffer();
    const { code, discount } = await makeDiscount();
    expect(verdict(await buy([{ variantId, quantity: 1 }], code.toUpperCase()))).toBe('fine');
    const copy = { ...discount, code: code.toLowerCase() };
    expect(await saveDiscount(newId('disc'), copy, { actor: 'test' })).toEqual({
      ok: false,
      reason: 'code-taken',
    });
  });

  it('takes off what the order says line by line, to the minor unit', async () => {
    const cheap = await makeOffer({ priceMinor: 333 });
    const dear = await makeOffer({ priceMinor: 1_000 });
    const { code } = await makeDiscount({
      kind: 'amount',
      amountMinor: 100,
      currency: 'USD',
      ratePpm: undefined,
    });
    const lines = [
      { variantId: cheap, quantity: 3 },
      { variantId: dear, quantity: 2 },
    ];
    const quote = await quoteCheckout({ lines, discountCode: code });
    const bought = await buy(lines, code);
    if (!quote.ok || !bought.ok) throw new Error('refused');
    const { order } = bought.value;
    expect(order).toMatchObject({
      subtotal: { amount: 2_999 },
      discount: { amount: 100 },
      total: { amount: 2_899 },
    });
    expect(quote.value.total).toEqual(order.total);
    // 100 x 999/2999 = 33.31, 100 x 2000/2999 = 66.69: the second lost more to rounding down.
    expect(await explainTotals(order.id)).toMatchObject({
      discountCode: code,
      lines: [{ discount: 33 }, { discount: 67 }],
      shipping: { price: 0, discount: 0 },
      total: 2_899,
    });
    expect(await findBrokenMoney([order.id])).toEqual([]);
  });

  it('for a collection takes off only its products, as orders know them', async () => {
    const collectionId = newId('col');
    const [inside, outside] = [
      await makeOffer({ priceMinor: 1_000 }),
      await makeOffer({ priceMinor: 5_000 }),
    ];
    await atomically([
      sql`insert into offer_collections (collection_id, product_id)
          select ${toUuid(collectionId)}::uuid, product_id from offers where variant_id = ${toUuid(inside)}::uuid`,
    ]);
    const { code } = await makeDiscount({ collectionId, ratePpm: 500_000 });
    const bought = await buy(
      [outside, inside].map((variantId) => ({ variantId, quantity: 1 })),
      code,
    );
    if (!bought.ok) throw new Error(bought.reason);
    expect(bought.value.order.discount.amount).toBe(500);
    expect(await explainTotals(bought.value.order.id)).toMatchObject({
      lines: [{ discount: 0 }, { discount: 500 }],
    });
  });
});

describe('the last use of a code', () => {
  /** Buyers who were all told that the code is fine, before any of them could take it. */
  async function race(id: DiscountId, buyer: () => ReturnType<typeof buy>) {
    const racing = await inSession(async (session) => {
      await session.execute(sql`select from discounts where id = ${toUuid(id)}::uuid for update`);
      const buyers = Array.from({ length: 20 }, buyer);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { buyers };
    });
    return Promise.all(racing.buyers);
  }

  it.each([
    ['lies in one lane', [{ stock: 40, lanes: 1 }], 2],
    ['lies in several', [{ stock: 40, lanes: 8 }, { stock: 40 }], 2],
    ['has to be gathered', [{ stock: 40, lanes: 40 }], 2],
    ['is not counted', [{ stock: null }], 2],
  ])(
    'raced for by 20 buyers of what %s goes to exactly one, and the others hold nothing',
    async (_, offers, quantity) => {
      const variants = await Promise.all(offers.map(makeOffer));
      const { id, code } = await makeDiscount({ usageLimit: 1 });
      const answers = await race(id, () =>
        buy(
          variants.map((variantId) => ({ variantId, quantity })),
          code,
        ),
      );
      expect(tally(answers)).toEqual({ fine: 1, 'discountCode: This discount code has been used up.': 19 });
      expect(await usedOf(id)).toBe(1);
      expect(await findBrokenStock(variants)).toEqual([]);
      expect(await findBrokenCodes([id])).toEqual([]);
    },
  );

  it('is free again when the order expires, for one', async () => {
    const variantId = await makeOffer({ stock: 40 });
    const { id, code } = await makeDiscount({ usageLimit: 1 });
    const first = await buy([{ variantId, quantity: 1 }], code);
    if (!first.ok) throw new Error(first.reason);
    await expire(first.value.order.id);
    await Promise.all(Array.from({ length: 4 }, () => releaseDueHolds()));
    expect(await usedOf(id)).toBe(0);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => buy([{ variantId, quantity: 1 }], code)),
    );
    expect(placedOf(answers)).toHaveLength(1);
    expect(await findBrokenCodes([id])).toEqual([]);
  });

  it('of a buyer goes to one of their orders, however they write their address', async () => {
    const variantId = await makeOffer({ stock: 40 });
    const { id, code } = await makeDiscount({ perCustomerLimit: 2 });
    const email = `ada-${newId('req')}@example.com`;
    const lines = [{ variantId, quantity: 1 }];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => buy(lines, code, i % 2 ? email : email.toUpperCase())),
    );
    expect(tally(answers)).toEqual({
      fine: 2,
      'discountCode: You have used this discount code already.': 18,
    });
    const quoted = (who?: string) =>
      quoteCheckout({ lines, discountCode: code, ...(who ? { email: who } : {}) });
    expect(verdict(await quoted(email))).toBe('discountCode: You have used this discount code already.');
    expect([verdict(await quoted()), verdict(await quoted('eve@example.com'))]).toEqual(['fine', 'fine']);
    expect(verdict(await buy(lines, code))).toBe('fine');
    expect(await findBrokenStock([variantId])).toEqual([]);
    expect(await findBrokenCodes([id])).toEqual([]);
  });

  it('counts those that are on their way when a limit is set', async () => {
    const variantId = await makeOffer();
    const { id, code, discount } = await makeDiscount();
    const request = {
      orderId: toUuid(newId('ord')),
      eventId: toUuid(newId('evt')),
      idempotencyId: toUuid(newId('req')),
      fingerprint: 'ab'.repeat(32),
      lines: [{ variantId: toUuid(variantId), quantity: 1 }],
      email: 'ada@example.com',
      shippingAddress: address,
      discountCode: code,
      holdSeconds: 600,
    };
    const { saving } = await inSession(async (session) => {
      await session.execute(sql`select place_order(${JSON.stringify(request)}::jsonb)`);
      const saved = saveDiscount(id, { ...discount, usageLimit: 1 }, { actor: 'test' });
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { saving: saved };
    });
    expect(await saving).toEqual({ ok: true, value: { id, used: 1 } });
    expect(verdict(await buy([{ variantId, quantity: 1 }], code))).toBe(
      'discountCode: This discount code has been used up.',
    );
    expect(await findBrokenCodes([id])).toEqual([]);
  });

  it('taken, given back and taken again by many leaves every count right', async () => {
    const variants = await Promise.all([1, 4].map((lanes) => makeOffer({ stock: 300, lanes })));
    const codes = await Promise.all([makeDiscount({ usageLimit: 5 }), makeDiscount({ perCustomerLimit: 1 })]);
    const sweep = async (orders: OrderId[]) => {
      await Promise.all(orders.map(expire));
      await Promise.all([releaseDueHolds(), releaseDueHolds()]);
    };
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 24 }, (_, i) => {
          const lines = variants.map((variantId) => ({ variantId, quantity: 1 }));
          const code = codes[i % 2]?.code ?? '';
          return buy(i % 3 ? lines : lines.toReversed(), code, `buyer-${i % 6}@${code}.example.com`);
        }),
      );
      await sweep(placedOf(answers).filter((_, i) => i % 2 === round % 2));
    }
    expect(await findBrokenCodes(codes.map(({ id }) => id))).toEqual([]);
    expect(await findBrokenStock(variants)).toEqual([]);
  });
});
