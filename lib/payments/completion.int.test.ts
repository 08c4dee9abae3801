import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { POST } from '@/app/api/webhooks/payments/test/route';
import { atomically, callFunction, closeDatabase, query } from '@/db/client';
import { makeDiscount } from '@/db/testing/discounts';
import { findBrokenMoney } from '@/db/testing/money-invariants';
import { makeOffer } from '@/db/testing/offers';
import { findBrokenStock } from '@/db/testing/stock-invariants';
import { setCartLine } from '@/lib/cart/set-cart-line';
import { newCart } from '@/lib/cart/testing/new-cart';
import { newId, type OrderId, type PaymentId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { orderToken } from '@/lib/orders/order-token';
import { placeOrder } from '@/lib/orders/place-order';
import { findOrder, listOrderEvents } from '@/lib/orders/queries';
import { releaseDueHolds } from '@/lib/orders/release-due-holds';
import { closeRedis, redis } from '@/lib/platform/redis/client';
import { deliverTestWebhooks, type SendEvent } from './deliver-test-webhooks';
import type { ProviderEvent } from './input';
import { signEvent } from './internal/sign-event';
import { testProvider } from './internal/test-provider';
import { underPaymentLock } from './internal/under-payment-lock';
import { payOrder } from './pay-order';
import { processProviderEvents } from './process-provider-events';
import type { PaymentProvider } from './provider';
import { receiveProviderEvent, storeEvent } from './receive-provider-event';
import { settleDuePayments } from './settle-due-payments';
import { settleDueRefunds } from './settle-due-refunds';

const shippingAddress = {
  name: 'Ada',
  line1: '1 Main St',
  city: 'Springfield',
  postalCode: '12345',
  country: 'US',
};
const touched: { variants: VariantId[]; orders: OrderId[] } = { variants: [], orders: [] };

afterEach(async () => {
  expect(await findBrokenStock(touched.variants.splice(0))).toEqual([]);
  expect(await findBrokenMoney(touched.orders.splice(0))).toEqual([]);
});

afterAll(async () => {
  await closeRedis();
  await closeDatabase();
});

async function offer(stock: number | null, lanes = 1) {
  const variantId = await makeOffer({ stock, lanes });
  touched.variants.push(variantId);
  return variantId;
}

type Basket =
  | { lines: { variantId: VariantId; quantity: number }[]; discountCode?: string }
  | { cartId: Awaited<ReturnType<typeof newCart>>['id'] };

async function order(basket: Basket): Promise<OrderId> {
  const outcome = await placeOrder(
    { ...basket, email: 'ada@example.com', shippingAddress } as Parameters<typeof placeOrder>[0],
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  touched.orders.push(outcome.value.order.id);
  return outcome.value.order.id;
}

const orderOf = (variantId: VariantId, quantity = 1) => order({ lines: [{ variantId, quantity }] });

const pay = async (id: OrderId, method: string, provider?: PaymentProvider) =>
  payOrder(id, { token: await orderToken(id), method }, provider);

/** The deadline passes, and the sweep comes. */
async function expire(id: OrderId) {
  await atomically([
    sql`update orders set expires_at = now() - interval '1 second' where id = ${toUuid(id)}::uuid`,
  ]);
  await releaseDueHolds();
}

/** The pause before the provider is asked again is over. */
async function makeDue(id: OrderId, startedSecondsAgo = 0) {
  await atomically([
    sql`update payments set ask_at = now(), started_at = now() - make_interval(secs => ${startedSecondsAgo}::int)
        where order_id = ${toUuid(id)}::uuid`,
  ]);
}

async function attemptsOf(id: OrderId) {
  return query<{ id: string; status: string; asked: number }>(
    'test_attempts',
    'select id, status::text, asked::int from payments where order_id = $1::uuid order by id',
    [toUuid(id)],
  );
}

const statusesOf = async (id: OrderId) => (await attemptsOf(id)).map(({ status }) => status);
const kindsOf = async (id: OrderId) => (await listOrderEvents(id)).map(({ kind }) => kind);

async function factsOf(id: OrderId) {
  const rows = await query<{ name: string }>(
    'test_facts',
    `select name from outbox where data ->> 'orderId' = $1 order by id`,
    [id],
  );
  return rows.map(({ name }) => name);
}

async function availableOf(variantId: VariantId) {
  const [row] = await query<{ available: number }>(
    'test_available',
    'select sum(available)::int as available from stock_lanes where variant_id = $1::uuid',
    [toUuid(variantId)],
  );
  return row?.available;
}

/** The provider's webhook as it comes over HTTP. */
const send: SendEvent = async (event, signature) => {
  const response = await POST(
    new Request('http://shop.test/api/webhooks/payments/test', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-test-signature': signature },
      body: JSON.stringify(event),
    }),
    { params: Promise.resolve({}) },
  );
  return response.status === 200;
};

async function deliverAll() {
  while ((await deliverTestWebhooks(send)) > 0);
}

function event(payment: string, kind: ProviderEvent['kind']): ProviderEvent {
  const paymentId = `pay_${payment.replaceAll('-', '')}` as PaymentId;
  return {
    id: `${paymentId}:${kind}`,
    kind,
    paymentId,
    ...(kind === 'succeeded' ? { reference: 'r' } : {}),
  };
}

const receive = async (told: ProviderEvent) => receiveProviderEvent(told, await signEvent(told));

/** An order whose only attempt was declined, that expired, and whose provider now says that it took the money. */
async function lateSuccess(basket: Basket): Promise<OrderId> {
  const id = await order(basket);
  expect(await pay(id, 'script:outcome=declined&webhooks=succeeded@0')).toMatchObject({
    reason: 'payment-declined',
  });
  await expire(id);
  expect(await findOrder(id)).toMatchObject({ status: 'expired' });
  return id;
}

describe('an order is paid once', () => {
  it('when the browser, two webhooks and two settlers come at the same moment', async () => {
    const variantId = await offer(12, 3);
    const ids = await Promise.all(Array.from({ length: 12 }, () => orderOf(variantId)));
    const method = 'script:answers=60&webhooks=succeeded@20,succeeded@20,processing@40';
    const browsers = ids.flatMap((id) => [pay(id, method), pay(id, method)]);
    const others = (async () => {
      for (let round = 0; round < 15; round += 1) {
        await atomically([
          sql`update payments set ask_at = now() where status in ('processing', 'in-doubt')
              and order_id = any(${sql.param(ids.map(toUuid))}::uuid[])`,
        ]);
        await Promise.all([
          deliverTestWebhooks(send),
          deliverTestWebhooks(send),
          settleDuePayments(),
          settleDuePayments(),
        ]);
      }
    })();
    await Promise.all([...browsers, others]);
    await deliverAll();
    for (const id of ids) {
      expect(await findOrder(id)).toMatchObject({ status: 'paid' });
      expect(await statusesOf(id)).toEqual(['succeeded']);
      expect((await factsOf(id)).filter((name) => name === 'orders/order.paid')).toHaveLength(1);
      expect((await kindsOf(id)).filter((kind) => kind === 'payment-succeeded')).toHaveLength(1);
    }
  });

  it.each([
    [['processing', 'succeeded', 'succeeded', 'processing']],
    [['succeeded', 'processing', 'declined']],
    [['declined', 'succeeded', 'declined']],
    [['declined', 'declined', 'processing', 'succeeded']],
  ] as const)(
    'by events that come as %j',
    async (kinds) => {
      const variantId = await offer(1);
      const id = await orderOf(variantId);
      await pay(id, 'script:answers=never&webhooks=');
      const [attempt] = await attemptsOf(id);
      for (const kind of kinds)
        expect(await receive(event(attempt?.id ?? '', kind))).toMatchObject({ ok: true });
      expect(await findOrder(id)).toMatchObject({ status: 'paid', payment: { status: 'succeeded' } });
      expect(await statusesOf(id)).toEqual(['succeeded']);
      expect(await availableOf(variantId)).toBe(0);
    },
    10_000,
  );

  it('and what a second attempt takes goes back by itself', async () => {
    const variantId = await offer(3);
    const id = await orderOf(variantId);
    await pay(id, 'script:outcome=declined&webhooks=succeeded@0');
    // While the second attempt is at the provider, the first one turns out to have succeeded.
    const second: PaymentProvider = {
      ...testProvider,
      async charge(attempt, signal) {
        const answer = await testProvider.charge(attempt, signal);
        await deliverAll();
        return answer;
      },
    };
    expect(await pay(id, 'script:', second)).toMatchObject({ ok: true, value: { status: 'paid' } });
    expect(await statusesOf(id)).toEqual(['succeeded', 'refunded']);
    await settleDueRefunds();
    expect(await findOrder(id)).toMatchObject({ status: 'paid', payment: { status: 'succeeded' } });
    expect(await factsOf(id)).toEqual(
      expect.arrayContaining(['payments/payment.refused', 'payments/payment.refunded']),
    );
    expect(await factsOf(id)).not.toContain('orders/order.refunded');
    expect(await availableOf(variantId)).toBe(2);
  });

  it('by events that the provider signed alone', async () => {
    const id = await orderOf(await offer(1));
    await pay(id, 'script:outcome=declined');
    const [attempt] = await attemptsOf(id);
    const told = event(attempt?.id ?? '', 'succeeded');
    const other = await signEvent({ ...told, kind: 'declined' });
    for (const signature of ['', 'x'.repeat(43), other]) expect(await send(told, signature)).toBe(false);
    expect(await findOrder(id)).toMatchObject({ status: 'pending' });
  });

  it('also while Redis is gone', async () => {
    const id = await orderOf(await offer(1));
    vi.resetModules();
    vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:1');
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const alone = await import('./pay-order');
    const method = { token: await orderToken(id), method: 'test_ok' };
    const outcomes = await Promise.all([alone.payOrder(id, method), alone.payOrder(id, method)]);
    expect(outcomes.some(({ ok }) => ok)).toBe(true);
    expect(await statusesOf(id)).toEqual(['succeeded']);
    await (await import('@/lib/platform/redis/client')).closeRedis();
    await (await import('@/db/client')).closeDatabase();
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
});

describe('money that comes after the order expired', () => {
  it('buys the units that are still there', async () => {
    const [counted, lanes, free] = [await offer(2), await offer(40, 8), await offer(null)];
    const id = await lateSuccess({
      lines: [
        { variantId: counted, quantity: 2 },
        { variantId: lanes, quantity: 7 },
        { variantId: free, quantity: 3 },
      ],
    });
    expect(await availableOf(counted)).toBe(2);
    await deliverAll();
    expect(await findOrder(id)).toMatchObject({ status: 'paid', payment: { status: 'succeeded' } });
    expect(await statusesOf(id)).toEqual(['succeeded']);
    expect([await availableOf(counted), await availableOf(lanes)]).toEqual([0, 33]);
    expect((await kindsOf(id)).slice(-3)).toEqual(['expired', 'reclaimed', 'payment-succeeded']);
    expect(await factsOf(id)).toContain('orders/order.paid');
  });

  it('goes back by itself when they are gone, and both sides are told', async () => {
    const [scarce, plenty] = [await offer(1), await offer(10)];
    const id = await lateSuccess({
      lines: [
        { variantId: scarce, quantity: 1 },
        { variantId: plenty, quantity: 4 },
      ],
    });
    await pay(await orderOf(scarce), 'test_ok');
    await deliverAll();
    expect(await statusesOf(id)).toEqual(['refunded']);
    await settleDueRefunds();
    expect(await findOrder(id)).toMatchObject({ status: 'expired', payment: { status: 'refunded' } });
    expect((await kindsOf(id)).slice(-3)).toEqual([
      'payment-succeeded',
      'refund-started',
      'refund-succeeded',
    ]);
    expect(await factsOf(id)).toEqual(
      expect.arrayContaining(['payments/payment.refused', 'payments/payment.refunded']),
    );
    expect([await availableOf(scarce), await availableOf(plenty)]).toEqual([0, 10]);
    await deliverAll();
    expect(await statusesOf(id)).toEqual(['refunded']);
  });

  it('gets units that others hold past their own deadline', async () => {
    const variantId = await offer(1);
    const id = await lateSuccess({ lines: [{ variantId, quantity: 1 }] });
    const other = await orderOf(variantId);
    await atomically([
      sql`update orders set expires_at = now() - interval '1 second' where id = ${toUuid(other)}::uuid`,
    ]);
    const [attempt] = await attemptsOf(id);
    await receive(event(attempt?.id ?? '', 'succeeded'));
    await expect
      .poll(
        async () => {
          await atomically([
            sql`update provider_events set try_at = now() where payment_id = ${attempt?.id}::uuid and processed_at is null`,
          ]);
          await processProviderEvents();
          return (await findOrder(id))?.status;
        },
        { timeout: 5_000 },
      )
      .toBe('paid');
    expect(await findOrder(other)).toMatchObject({ status: 'expired' });
  });

  it('goes back when the cart was ordered again, and the second order keeps its units', async () => {
    const variantId = await offer(10);
    const cart = await newCart();
    await setCartLine(cart.id, variantId, 2);
    const id = await lateSuccess({ cartId: cart.id });
    const again = await order({ cartId: cart.id });
    await deliverAll();
    expect(await statusesOf(id)).toEqual(['refunded']);
    expect(await findOrder(again)).toMatchObject({ status: 'pending' });
    expect(await availableOf(variantId)).toBe(8);
  });

  it('goes back when the last use of its code went to another, and its units stay free', async () => {
    const variantId = await offer(10, 4);
    const { code } = await makeDiscount({ usageLimit: 1 });
    const lines = [{ variantId, quantity: 9 }];
    const id = await lateSuccess({ lines, discountCode: code });
    const other = await order({ lines: [{ variantId, quantity: 1 }], discountCode: code });
    await deliverAll();
    expect(await statusesOf(id)).toEqual(['refunded']);
    expect(await findOrder(other)).toMatchObject({ status: 'pending' });
    expect(await availableOf(variantId)).toBe(9);
  });

  it('races buyers for the last units without selling one twice', async () => {
    const variantId = await offer(6, 2);
    const late = await Promise.all(
      Array.from({ length: 6 }, () => lateSuccess({ lines: [{ variantId, quantity: 1 }] })),
    );
    const buyers = Array.from({ length: 6 }, async () => {
      const outcome = await orderOf(variantId).catch(() => null);
      return outcome === null ? null : (await pay(outcome, 'test_ok')).ok;
    });
    await Promise.all([...buyers, deliverTestWebhooks(send), deliverTestWebhooks(send), releaseDueHolds()]);
    await expect
      .poll(
        async () => {
          await deliverAll();
          await atomically([sql`update provider_events set try_at = now() where processed_at is null`]);
          await processProviderEvents();
          return (await Promise.all(late.map(statusesOf))).flat().filter((status) => status === 'declined');
        },
        { timeout: 10_000 },
      )
      .toEqual([]);
    await settleDueRefunds();
    const paid = (await Promise.all(late.map((id) => findOrder(id)))).filter(
      (o) => o?.status === 'paid',
    ).length;
    const bought = (await Promise.all(buyers)).filter(Boolean).length;
    expect(paid + bought).toBe(6);
    expect(await availableOf(variantId)).toBe(0);
  }, 30_000);
});

describe('whatever happens in whatever order', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'money, units and orders balance (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
      const variantId = await offer(7, pick([1, 3]));
      const scripts = [
        'script:webhooks=succeeded@0,succeeded@10',
        'script:outcome=declined&webhooks=declined@0,succeeded@5',
        'script:outcome=declined&webhooks=succeeded@200',
        'script:outcome=declined&webhooks=succeeded@300,declined@100',
        'script:answers=5000&webhooks=succeeded@30,processing@10',
        'script:answers=5000&decides=900000&webhooks=succeeded@250',
        'script:arrives=no',
        'script:outcome=declined',
      ];
      const ids: OrderId[] = [];
      for (let at = 0; at < 5; at += 1) ids.push(await orderOf(variantId));
      const steps: (() => Promise<unknown>)[] = [
        async () => ids.length < 12 && ids.push(await orderOf(variantId)),
        ...Array.from({ length: 5 }, () => () => pay(pick(ids), pick(scripts), impatient(testProvider))),
        () => expire(pick(ids)),
        () => makeDue(pick(ids), pick([0, 700])),
        () => settleDuePayments(),
        () => deliverTestWebhooks(send),
        () => processProviderEvents(),
        () => settleDueRefunds(),
      ];
      const actors = Array.from({ length: 8 }, async () => {
        for (let at = 0; at < 12; at += 1) {
          // Sold out is an answer; what must hold is looked at afterwards.
          await pick(steps)().catch((error: unknown) => {
            if (!(error instanceof Error && /^(out-of-stock|temporarily-unavailable)$/.test(error.message)))
              throw error;
          });
        }
      });
      await Promise.all(actors);
      // Half of what is still held is let go, some of it is sold to others, and then late money arrives.
      for (const id of ids) if (random() < 0.5) await expire(id);
      if (random() < 0.7) await orderOf(variantId).catch(() => null);
      await sleep(310);
      // The dust settles: everything due is done.
      for (let round = 0; round < 6; round += 1) {
        for (const id of ids) await makeDue(id, 700);
        await atomically([sql`update provider_events set try_at = now() where processed_at is null`]);
        await deliverAll();
        await processProviderEvents();
        await settleDuePayments();
        await settleDueRefunds();
      }
      for (const id of ids) {
        const found = await findOrder(id);
        const statuses = await statusesOf(id);
        const paid = statuses.filter((status) => status === 'succeeded').length;
        expect(paid).toBe(found?.status === 'paid' ? 1 : 0);
        expect(statuses.filter((status) => status === 'processing' || status === 'in-doubt')).toEqual([]);
        // What the provider took is what pays, and what it gave back is the rest.
        const [money] = await query<{ kept: number }>(
          'test_kept',
          `select (coalesce((select sum(c.amount_minor) from test_provider_charges c
                           join payments p on p.id = c.payment_id
                           where p.order_id = $1::uuid and c.outcome = 'succeeded'), 0)
               - coalesce((select sum(r.amount_minor) from test_provider_refunds r
                           join payments p on p.id = r.payment_id
                           where p.order_id = $1::uuid and r.succeeded), 0))::int as kept`,
          [toUuid(id)],
        );
        expect(money?.kept).toBe(paid === 1 ? found?.total.amount : 0);
      }
    },
    60_000,
  );
});

/** A provider whose caller has no patience: what does not answer at once times out at once. */
function impatient(provider: PaymentProvider): PaymentProvider {
  return {
    ...provider,
    charge: (attempt, signal) => {
      const controller = new AbortController();
      signal.addEventListener('abort', () => controller.abort());
      setTimeout(() => controller.abort(), 40);
      return provider.charge(attempt, controller.signal);
    },
  };
}

/** mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('a process that dies', () => {
  async function start(id: OrderId, method = 'test_ok') {
    const paymentId = newId('pay');
    await callFunction('start_payment', {
      orderId: toUuid(id),
      paymentId: toUuid(paymentId),
      provider: 'test',
      method,
      extendSeconds: 120,
    });
    return { paymentId, amount: { amount: 1_000, currency: 'USD' }, method };
  }

  it('before it asked the provider: the attempt is closed there, and the buyer may try again', async () => {
    const id = await orderOf(await offer(1));
    const attempt = await start(id);
    await expire(id);
    expect(await findOrder(id)).toMatchObject({ status: 'pending' });
    await makeDue(id);
    await settleDuePayments();
    expect(await statusesOf(id)).toEqual(['declined']);
    // The request that was lost on the way arrives after all: too late.
    expect(await testProvider.charge(attempt, new AbortController().signal)).toMatchObject({
      result: 'declined',
    });
  });

  it('after the provider took the money: settlement finds it', async () => {
    const id = await orderOf(await offer(1));
    await testProvider.charge(await start(id, 'script:'), new AbortController().signal);
    await makeDue(id);
    await settleDuePayments();
    expect(await findOrder(id)).toMatchObject({ status: 'paid' });
  });

  it('after the provider took the money: its webhook tells', async () => {
    const id = await orderOf(await offer(1));
    await testProvider.charge(await start(id), new AbortController().signal);
    await deliverAll();
    expect(await findOrder(id)).toMatchObject({ status: 'paid' });
  });

  it('after a webhook was stored: the inbox is processed by others, once', async () => {
    const id = await orderOf(await offer(1));
    const { paymentId } = await start(id);
    await storeEvent(event(paymentId.slice(4), 'succeeded'));
    expect(await findOrder(id)).toMatchObject({ status: 'pending' });
    await Promise.all([processProviderEvents(), processProviderEvents()]);
    expect(await findOrder(id)).toMatchObject({ status: 'paid' });
    expect((await kindsOf(id)).filter((kind) => kind === 'payment-succeeded')).toHaveLength(1);
    const inbox = await query(
      'test_inbox',
      'select outcome, processed_at is not null as done, tries::int from provider_events where payment_id = $1::uuid',
      [toUuid(paymentId)],
    );
    expect(inbox).toEqual([{ outcome: 'settled', done: true, tries: 1 }]);
  });

  it('after it said that it would ask: the next settler asks', async () => {
    const id = await orderOf(await offer(1));
    const attempt = await start(id, 'script:');
    await testProvider.charge(attempt, new AbortController().signal);
    await makeDue(id);
    await callFunction('ask_payment', { paymentId: toUuid(attempt.paymentId), closeAfterSeconds: 600 });
    await settleDuePayments();
    expect(await statusesOf(id)).toEqual(['processing']);
    await makeDue(id);
    await settleDuePayments();
    expect(await findOrder(id)).toMatchObject({ status: 'paid' });
  });

  it('after the provider gave the money back: it is not given twice', async () => {
    const variantId = await offer(1);
    const id = await lateSuccess({ lines: [{ variantId, quantity: 1 }] });
    await pay(await orderOf(variantId), 'test_ok');
    await deliverAll();
    const [refund] = await query<{ id: string; payment: string; amount: number }>(
      'test_refund',
      'select id, payment_id as payment, amount_minor::int as amount from refunds where order_id = $1::uuid',
      [toUuid(id)],
    );
    const asked = {
      refundId: `ref_${refund?.id.replaceAll('-', '')}` as Parameters<
        PaymentProvider['refund']
      >[0]['refundId'],
      paymentId: `pay_${refund?.payment.replaceAll('-', '')}` as PaymentId,
      amount: { amount: refund?.amount ?? 0, currency: 'USD' },
    };
    expect(await testProvider.refund(asked, new AbortController().signal)).toMatchObject({
      result: 'succeeded',
    });
    await settleDueRefunds();
    await settleDueRefunds();
    const [given] = await query<{ sum: number }>(
      'test_given',
      'select sum(amount_minor)::int as sum from test_provider_refunds where payment_id = $1::uuid and succeeded',
      [refund?.payment],
    );
    expect(given?.sum).toBe(asked.amount.amount);
    expect((await kindsOf(id)).filter((kind) => kind === 'refund-succeeded')).toHaveLength(1);
  });
});

describe('an attempt in doubt', () => {
  /** As {@link testProvider}, but what is said of this order's attempts is changed. */
  const about = (payment: string, change: Pick<PaymentProvider, 'find'>): PaymentProvider => ({
    ...testProvider,
    find: (attempt, signal) =>
      toUuid(attempt.paymentId) === payment
        ? change.find(attempt, signal)
        : testProvider.find(attempt, signal),
  });

  it('keeps the units, is asked about after growing pauses, and is closed when its time is over', async () => {
    const id = await orderOf(await offer(1));
    expect(await pay(id, 'script:decides=900000')).toMatchObject({ reason: 'payment-timeout' });
    const pauses: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await makeDue(id);
      await settleDuePayments();
      const [row] = await query<{ seconds: number }>(
        'test_pause',
        'select round(extract(epoch from ask_at - now()))::int as seconds from payments where order_id = $1::uuid',
        [toUuid(id)],
      );
      pauses.push(row?.seconds ?? 0);
    }
    expect(pauses).toEqual([1, 2, 4]);
    await expire(id);
    expect(await findOrder(id)).toMatchObject({ status: 'pending', payment: { status: 'in-doubt' } });
    await makeDue(id, 601);
    await settleDuePayments();
    expect(await statusesOf(id)).toEqual(['declined']);
    await expire(id);
    expect(await findOrder(id)).toMatchObject({ status: 'expired' });
  });

  it('is not settled by one who was paused until another had the lock', async () => {
    const id = await orderOf(await offer(1));
    await pay(id, 'script:decides=900000');
    const [attempt] = await attemptsOf(id);
    await makeDue(id);
    const paused = about(attempt?.id ?? '', {
      async find() {
        // What a pause past the lock's time comes to.
        await redis.del(`lock:{payment:${id}}`);
        await underPaymentLock(id, async () => undefined);
        return { result: 'declined', reason: 'late' };
      },
    });
    await settleDuePayments(paused);
    expect(await statusesOf(id)).toEqual(['in-doubt']);
  });

  it('is not charged for by one who was paused until another had the lock', async () => {
    const id = await orderOf(await offer(1));
    let isCharged = false;
    const provider: PaymentProvider = {
      ...testProvider,
      async charge(attempt, signal) {
        isCharged = true;
        return testProvider.charge(attempt, signal);
      },
    };
    await underPaymentLock(id, async ({ fence }) => {
      await redis.del(`lock:{payment:${id}}`);
      expect(await pay(id, 'test_declined', provider)).toMatchObject({ reason: 'payment-declined' });
      expect(isCharged).toBe(true);
      const late = await callFunction('start_payment', {
        orderId: toUuid(id),
        paymentId: toUuid(newId('pay')),
        provider: 'test',
        method: 'test_ok',
        extendSeconds: 120,
        fence,
      });
      expect(late).toEqual({ outcome: 'stale' });
    });
    expect(await statusesOf(id)).toEqual(['declined']);
  });

  it('that the provider is deaf to leaves the others to be settled', async () => {
    const [deaf, heard] = [await orderOf(await offer(1)), await orderOf(await offer(1))];
    for (const id of [deaf, heard]) await pay(id, 'script:answers=never');
    const [attempt] = await attemptsOf(deaf);
    for (const id of [deaf, heard]) await makeDue(id);
    const provider = about(attempt?.id ?? '', { find: () => Promise.reject(new Error('a bug')) });
    await expect(settleDuePayments(provider)).rejects.toThrow('a bug');
    expect(await findOrder(heard)).toMatchObject({ status: 'paid' });
    expect(await findOrder(deaf)).toMatchObject({ status: 'pending' });
  }, 10_000);
});
