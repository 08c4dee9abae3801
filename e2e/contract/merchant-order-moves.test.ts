import { beforeAll, describe, expect, test } from 'vitest';
import { expectAudited } from '@/e2e/support/audit';
import { pay, placeOrder, seeOrder } from '@/e2e/support/buyer';
import { type Answer, type CallOptions, callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { databaseKnown, queryDatabase } from '@/e2e/support/database';
import { freshKey } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { makeProduct, stockOf, usd } from '@/e2e/support/product';
import { type MerchantProduct, merchantOrderWithTimelineShape, type Order } from '@/e2e/support/shapes';

type Move = 'fulfil' | 'cancel' | 'refund';

let product: MerchantProduct;
beforeAll(async () => {
  product = await makeProduct({ stock: 1_000, price: usd(1_000) });
});

const variantId = () => first(product.variants).id;

async function paidOrder(quantity = 1): Promise<Order> {
  const order = await placeOrder(variantId(), quantity);
  expect((await pay(order, 'test_ok')).status).toBe(200);
  return order;
}

/** A move with what it needs unless told otherwise: refunds have a key and a reason. */
function move(order: Pick<Order, 'id'>, name: Move, json: object = {}, options: CallOptions = {}) {
  return callAsOwner('POST', `/api/admin/orders/${order.id}/${name}`, {
    json: name === 'refund' ? { reason: 'a bent corner', restock: false, ...json } : json,
    ...(name === 'refund' ? { key: freshKey() } : {}),
    ...options,
  });
}

const moved = (answer: Answer) => read(answer, 200, merchantOrderWithTimelineShape);
const kinds = (answer: Answer) => moved(answer).timeline.map((event) => String(event.kind));

describe('fulfilling', () => {
  test('a paid order tells the parcel, in its answer as wherever the order is read', async () => {
    const order = await paidOrder();
    const parcel = { carrier: 'DHL', trackingNumber: 'T-1', trackingUrl: 'https://carrier.example/T-1' };
    const answer = await move(order, 'fulfil', parcel);
    expect(moved(answer).status).toBe('fulfilled');
    expect(moved(answer).timeline.at(-1)).toMatchObject({ kind: 'fulfilled', data: parcel });
    const shown = await callAsOwner('GET', `/api/admin/orders/${order.id}`);
    expect(shown.body).toEqual(answer.body);
    expect((await seeOrder(order)).status).toBe('fulfilled');
    await expectAudited(order.id, 'order.fulfilled', { status: 'paid' }, { status: 'fulfilled', ...parcel });
  });

  test('needs no body, and takes nothing that is no address', async () => {
    const [one, two] = [await paidOrder(), await paidOrder()];
    expect(moved(await callAsOwner('POST', `/api/admin/orders/${one.id}/fulfil`)).status).toBe('fulfilled');
    for (const trackingUrl of ['javascript:alert(1)', 'carrier', 7]) {
      invalid(await move(two, 'fulfil', { trackingUrl }), 'trackingUrl');
    }
  });
});

describe('only the moves that exist', () => {
  const AFTER: Record<string, (order: Order) => Promise<unknown>> = {
    pending: async () => undefined,
    paid: (order) => pay(order, 'test_ok'),
    fulfilled: async (order) => {
      await pay(order, 'test_ok');
      await move(order, 'fulfil');
    },
    partially_refunded: async (order) => {
      await pay(order, 'test_ok');
      await move(order, 'refund', { amount: usd(10) });
    },
    refunded: async (order) => {
      await pay(order, 'test_ok');
      await move(order, 'refund');
    },
    cancelled: (order) => move(order, 'cancel'),
  };
  const TO: Record<string, Partial<Record<Move, string>>> = {
    pending: { cancel: 'cancelled' },
    paid: { fulfil: 'fulfilled', cancel: 'cancelled', refund: 'refunded' },
    fulfilled: { refund: 'refunded' },
    partially_refunded: { refund: 'refunded' },
    refunded: {},
    cancelled: {},
  };
  for (const [status, reach] of Object.entries(AFTER)) {
    for (const name of ['fulfil', 'cancel', 'refund'] as const) {
      const to = TO[status]?.[name];
      test(`${status}: ${name} ${to === undefined ? 'is no move' : `makes it ${to}`}`, async () => {
        const order = await placeOrder(variantId());
        await reach(order);
        expect((await seeOrder(order)).status).toBe(status);
        const answer = await move(order, name);
        if (to === undefined) refused(answer, 409, 'invalid-transition');
        else expect(moved(answer).status).toBe(to);
        expect((await seeOrder(order)).status).toBe(to ?? status);
      });
    }
  }

  test('of an order that is not there: 404', async () => {
    for (const id of [`ord_${'0'.repeat(32)}`, 'nonsense']) {
      for (const name of ['fulfil', 'cancel', 'refund'] as const)
        refused(await move({ id }, name), 404, 'order-not-found');
    }
  });
});

describe('cancelling', () => {
  test('brings the units back and gives the money back', async () => {
    const own = await makeProduct({ stock: 5 });
    const order = await placeOrder(first(own.variants).id, 3);
    await pay(order, 'test_ok');
    const answer = await move(order, 'cancel', { reason: 'out of paper' });
    expect(kinds(answer)).toEqual(
      expect.arrayContaining(['cancelled', 'refund-started', 'refund-succeeded']),
    );
    expect(await stockOf(own)).toBe(5);
    await expectAudited(order.id, 'order.cancelled', { status: 'paid' }, { status: 'cancelled' });
  });

  test('waits while the provider is asked for a payment', async () => {
    const order = await placeOrder(variantId());
    const paying = pay(order, 'test_timeout');
    await paying;
    const answer = await move(order, 'cancel');
    // The provider may have been asked again by now.
    if (answer.status === 409) expect((answer.body as { code: string }).code).toMatch(/payment-in-progress/);
    else moved(answer);
  });
});

describe('refunding', () => {
  test('what some units cost, and puts them back on the shelf when told', async () => {
    const own = await makeProduct({ stock: 5, price: usd(700) });
    const lines = [{ variantId: first(own.variants).id, quantity: 1 }];
    const order = await placeOrder(first(own.variants).id, 3);
    await pay(order, 'test_ok');
    expect(moved(await move(order, 'refund', { lines, restock: true })).status).toBe('partially_refunded');
    expect(await stockOf(own)).toBe(3);
    expect(moved(await move(order, 'refund', { lines })).status).toBe('partially_refunded');
    expect(await stockOf(own)).toBe(3);
    const answer = await move(order, 'refund', { lines: [{ ...first(lines), quantity: 2 }] });
    invalid(answer, 'lines/0/quantity');
  });

  test('takes money or a number of minor units, in no other currency', async () => {
    const order = await paidOrder(2);
    expect(moved(await move(order, 'refund', { amount: usd(100) })).status).toBe('partially_refunded');
    expect(moved(await move(order, 'refund', { amount: 50 })).status).toBe('partially_refunded');
    const { timeline } = moved(await callAsOwner('GET', `/api/admin/orders/${order.id}`));
    const given = timeline.filter((event) => event.kind === 'refund-succeeded').map((event) => event.data);
    expect(given).toMatchObject([
      { amount: 100, currency: 'USD' },
      { amount: 50, currency: 'USD' },
    ]);
    invalid(await move(order, 'refund', { amount: { amount: 1, currency: 'EUR' } }), 'amount/currency');
    for (const amount of [0, -1, 1.5, '5', { amount: 0, currency: 'USD' }])
      refused(await move(order, 'refund', { amount }), 422, 'validation-failed');
  });

  test('more than is left is refused, says how much is, and gives nothing', async () => {
    const order = await paidOrder();
    const total = order.total.amount;
    for (const [amount, left] of [
      [total + 1, total],
      [99_999_999_999, total],
    ] as const) {
      const problem = refused(await move(order, 'refund', { amount }), 409, 'refund-too-large');
      expect(problem).toMatchObject({ status: 409 });
      expect((await move(order, 'refund', { amount })).body).toMatchObject({ refundable: usd(left) });
    }
    await move(order, 'refund', { amount: 10 });
    expect((await move(order, 'refund', { amount: total - 9 })).body).toMatchObject({
      code: 'refund-too-large',
      refundable: usd(total - 10),
    });
    expect(moved(await move(order, 'refund', { amount: total - 10 })).status).toBe('refunded');
  });

  test('needs a key and a reason', async () => {
    const order = await paidOrder();
    const path = `/api/admin/orders/${order.id}/refund`;
    const json = { restock: false, reason: 'r' };
    refused(await callAsOwner('POST', path, { json }), 400, 'idempotency-key-required');
    invalid(await callAsOwner('POST', path, { json: { restock: false }, key: freshKey() }), 'reason');
    expect((await seeOrder(order)).status).toBe('paid');
  });

  test('together never gives back more than was paid, however many ask at once', async () => {
    const order = await paidOrder(3);
    const part = Math.floor(order.total.amount / 3);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => move(order, 'refund', { amount: part })),
    );
    const yes = answers.filter((answer) => answer.status === 200);
    const left = order.total.amount - part * 3;
    expect(yes.length, answers.map((answer) => answer.status).join()).toBe(3 + (left >= part ? 1 : 0));
    for (const answer of answers.filter((other) => other.status !== 200)) refused(answer, 409);
  });
});

describe('a repeated move', () => {
  const MOVES: [Move, object][] = [
    ['fulfil', { carrier: 'DHL' }],
    ['cancel', { reason: 'r' }],
    ['refund', { amount: 100 }],
  ];
  test.each(MOVES)(
    '%s under its key is answered as it was, byte for byte, and done once',
    async (name, json) => {
      const order = await paidOrder();
      const key = freshKey();
      const answers = await Promise.all(Array.from({ length: 6 }, () => move(order, name, json, { key })));
      const texts = new Set(answers.map((answer) => `${answer.status} ${answer.text}`));
      expect([...texts].map((text) => text.slice(0, 300))).toHaveLength(1);
      expect(answers.filter((answer) => answer.headers.get('idempotency-replayed') === 'true')).toHaveLength(
        5,
      );
      const done = kinds(first(answers)).filter((kind) =>
        /^(fulfilled|cancelled|refund-started)$/.test(kind),
      );
      expect(done.length).toBe(name === 'cancel' ? 2 : 1);
      // Also once the order has moved on.
      if (name !== 'cancel') expect((await move(order, 'refund')).status).toBe(200);
      const later = await move(order, name, json, { key });
      expect(later.text).toBe(first(answers).text);
      expect(later.headers.get('idempotency-replayed')).toBe('true');
      const other = name === 'refund' ? { amount: 99 } : { carrier: 'UPS', reason: 'another' };
      refused(await move(order, name, other, { key }), 422, 'idempotency-key-reused');
    },
  );

  test('that was refused tries anew under the same key', async () => {
    const order = await placeOrder(variantId());
    const key = freshKey();
    refused(await move(order, 'fulfil', {}, { key }), 409, 'invalid-transition');
    refused(await move(order, 'refund', {}, { key }), 409, 'invalid-transition');
    await pay(order, 'test_ok');
    expect(moved(await move(order, 'fulfil', {}, { key })).status).toBe('fulfilled');
    expect(moved(await move(order, 'refund', {}, { key })).status).toBe('refunded');
  });

  test.skipIf(!databaseKnown)('whose answer was never kept is answered as things stand', async () => {
    const order = await paidOrder();
    const key = freshKey();
    const answer = await move(order, 'fulfil', {}, { key });
    const forget = (age: string) =>
      queryDatabase(
        `update idempotency_keys set body = '', created_at = now() - $2::interval where body = $1 returning 1`,
        [answer.text, age],
      );
    expect(await forget('1 second')).toHaveLength(1);
    refused(await move(order, 'fulfil', {}, { key }), 409, 'request-in-progress');
    await queryDatabase(
      `update idempotency_keys set created_at = now() - interval '1 minute' where body = '' and created_at > now() - interval '1 minute'`,
    );
    const later = await move(order, 'fulfil', {}, { key });
    expect(moved(later)).toEqual(moved(answer));
    expect((await move(order, 'fulfil', {}, { key })).text).toBe(later.text);
  });
});
