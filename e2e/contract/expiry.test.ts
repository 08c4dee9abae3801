import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { buyer, checkout, fillCart, pay, placeOrder, seeOrder } from '@/e2e/support/buyer';
import { call, callAsOwner, read, refused } from '@/e2e/support/client';
import { allAtOnce } from '@/e2e/support/crowd';
import { freshKey } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { makeProduct, makeVariant, stockOf } from '@/e2e/support/product';
import { merchantOrderWithTimelineShape, type Order, orderShape, stockShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';
import { eventually } from '@/e2e/support/wait';

/** Holds run out while one watches only in a shop with a short one: the runner starts it with HOLD_SECONDS=5. */
const short = shop.holdSeconds <= 10;
const holdMs = shop.holdSeconds * 1_000;

/** How long until an order's hold has certainly run out. */
const untilExpired = (order: Order) => Math.max(0, Date.parse(order.expiresAt ?? '') - Date.now()) + 150;

const isOver = (order: Order) => Date.parse(order.expiresAt ?? '') <= Date.now();

/** The stock that shoppers see. */
const shown = async (variantId: string) =>
  read(await call('GET', `/api/variants/${variantId}/stock`), 200, stockShape).available;

describe.runIf(short)(
  'a hold that ran out (only in a shop whose CONTRACT_HOLD_SECONDS is at most 10)',
  () => {
    test('frees the stock at once for the next buyer, and the order is expired', async () => {
      const product = await makeProduct({ stock: 1 });
      const variantId = first(product.variants).id;
      const late = await placeOrder(variantId);
      refused(await checkout({ lines: [{ variantId, quantity: 1 }] }), 409, 'out-of-stock');
      await sleep(untilExpired(late));
      const next = await placeOrder(variantId);
      expect((await seeOrder(late)).status).toBe('expired');
      expect((await seeOrder(next)).status).toBe('pending');
      expect(await stockOf(product)).toBe(0);
    });

    test('is seen in the stock shown, within 1 s', async () => {
      const variantId = await makeVariant({ stock: 2 });
      await placeOrder(variantId, 2);
      await sleep(holdMs + 1_000);
      expect(await shown(variantId)).toBe(2);
    });

    test('cannot be paid any more: 409 invalid-transition', async () => {
      const product = await makeProduct({ stock: 1 });
      const late = await placeOrder(first(product.variants).id);
      await sleep(holdMs + 500);
      for (const method of ['test_ok', 'test_declined'])
        refused(await pay(late, method), 409, 'invalid-transition');
      expect((await seeOrder(late)).status).toBe('expired');
      expect(await stockOf(product)).toBe(1);
    });

    test('is released durably without anyone asking, once, and told in the timeline', async () => {
      const product = await makeProduct({ stock: 4 });
      const late = await placeOrder(first(product.variants).id, 3);
      const seen = await eventually('the sweep releases the hold', holdMs + 75_000, async () => {
        const answer = await callAsOwner('GET', `/api/admin/orders/${late.id}`);
        const order = read(answer, 200, merchantOrderWithTimelineShape);
        // Readers see a hold that is over as released at once; its entry in the timeline is written by the release.
        const isReleased = order.status === 'expired' && order.timeline.length > 1;
        return isReleased && (await stockOf(product)) === 4 ? order : undefined;
      });
      expect(seen.timeline.map(({ kind }) => kind)).toEqual(['placed', 'expired']);
      await placeOrder(first(product.variants).id, 4);
      await sleep(1_000);
      expect(await stockOf(product)).toBe(0);
    }, 120_000);

    test('leaves its cart free for another order, also while the sweep is at it', async () => {
      const variantId = await makeVariant({ stock: 100 });
      const told = await allAtOnce(24, async (index) => {
        const cart = await fillCart([{ variantId, quantity: 1 }]);
        const late = read(await checkout({ cartId: cart.id }), 201, orderShape);
        await sleep(untilExpired(late) + index * 50);
        const next = read(await checkout({ cartId: cart.id }), 201, orderShape);
        expect(next.id).not.toBe(late.id);
        const third = await checkout({ cartId: cart.id });
        // On a busy machine the second hold may be over as well before the third call is answered.
        if (isOver(next)) return false;
        refused(third, 409, 'cart-already-ordered');
        return true;
      });
      expect(told).toContain(true);
    });

    test('still answers its key as it was, and takes no stock again', async () => {
      const product = await makeProduct({ stock: 2 });
      const json = { ...buyer(), lines: [{ variantId: first(product.variants).id, quantity: 2 }] };
      const key = freshKey();
      const original = await call('POST', '/api/checkout', { key, json });
      await sleep(holdMs + 500);
      const repeated = await call('POST', '/api/checkout', { key, json });
      expect([repeated.status, repeated.text]).toEqual([201, original.text]);
      expect(await shown(first(product.variants).id)).toBe(2);
    });
  },
);

describe.runIf(short)('a payment that began in time (same short hold)', () => {
  test('extends the hold: a declined one leaves 2 minutes more', async () => {
    const order = await placeOrder(await makeVariant({ stock: 1 }));
    refused(await pay(order, 'test_declined'), 402, 'payment-declined');
    await sleep(holdMs + 500);
    expect(read(await pay(order, 'test_ok'), 200, orderShape).status).toBe('paid');
  });

  test('and is in doubt is never expired, and its stock never sold to another', async () => {
    const variantId = await makeVariant({ stock: 1 });
    const order = await placeOrder(variantId);
    refused(await pay(order, 'test_timeout', { timeoutMs: 30_000 }), 504, 'payment-timeout');
    await eventually('the payment is settled', 75_000, async () => {
      const now = await seeOrder(order);
      expect(['pending', 'paid']).toContain(now.status);
      refused(await checkout({ lines: [{ variantId, quantity: 1 }] }), 409, 'out-of-stock');
      return now.status === 'paid' ? true : undefined;
    });
  }, 120_000);

  test('that meets the deadline ends as paid with stock or expired without, never between', async () => {
    const product = await makeProduct({ stock: 8 });
    const orders = await Promise.all(Array.from({ length: 8 }, () => placeOrder(first(product.variants).id)));
    const answers = await Promise.all(
      orders.map(async (order, index) => {
        await sleep(Math.max(0, Date.parse(order.expiresAt ?? '') - Date.now() - 40 + index * 10));
        return pay(order, 'test_ok');
      }),
    );
    for (const answer of answers) expect([200, 409], answer.text).toContain(answer.status);
    const expired = answers.filter((answer) => answer.status === 409).length;
    // Counted on a machine that is busy with other tests; what is sold stays sold.
    await eventually(`${expired} of 8 are to be had again`, 10_000, async () => {
      const left = await shown(first(product.variants).id);
      expect(left).toBeLessThanOrEqual(expired);
      return left === expired || undefined;
    });
  });
});

test.skipIf(short)('a hold of this length is not over soon', async () => {
  const order = await placeOrder(await makeVariant());
  expect(Date.parse(order.expiresAt ?? '') - Date.now()).toBeGreaterThan(10_000);
});
