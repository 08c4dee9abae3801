import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeApiKey } from '@/e2e/support/api-keys';
import { pay, placeOrder } from '@/e2e/support/buyer';
import { call, callAsOwner, read, refused } from '@/e2e/support/client';
import { mailShape } from '@/e2e/support/dashboard-shapes';
import { freshKey } from '@/e2e/support/fresh';
import { mailPageKnown, mailsTo, mailTo } from '@/e2e/support/mails';
import { makeVariant } from '@/e2e/support/product';
import { type Order, orderShape, pageOf } from '@/e2e/support/shapes';
import { eventually } from '@/e2e/support/wait';

let variantId = '';
beforeAll(async () => {
  variantId = await makeVariant({ stock: 100 });
});

async function paidOrder(): Promise<Order> {
  const order = await placeOrder(variantId, 2);
  expect((await pay(order, 'test_ok')).status).toBe(200);
  return order;
}

const act = (order: Order, move: string, json: object = {}) =>
  callAsOwner('POST', `/api/admin/orders/${order.id}/${move}`, { json, key: freshKey() });

async function keptOf(order: Order, as?: string) {
  const path = `/api/admin/mails?orderId=${order.id}`;
  return read(
    as === undefined ? await callAsOwner('GET', path) : await call('GET', path, { as }),
    200,
    pageOf(mailShape),
  ).items;
}

describe.runIf(mailPageKnown)(
  'mails to buyers (needs CONTRACT_ENV with the address of the mail sink)',
  () => {
    test('a paid order is confirmed once, with the way to its page', async () => {
      const order = await paidOrder();
      const mail = await mailTo(order.email, new RegExp(`${order.number}`));
      expect(mail.text).toContain(`#${order.token}`);
      const link = new URL(/https?:\/\/\S+\/orders\/\S+/.exec(mail.text)?.[0] ?? '');
      const id = link.pathname.split('/').at(-1) ?? '';
      const seen = await call('GET', `/api/orders/${id}`, {
        headers: { 'x-order-token': link.hash.slice(1) },
      });
      expect(read(seen, 200, orderShape).id).toBe(order.id);
      // Paying again is the same payment, and no second mail.
      expect((await pay(order, 'test_ok')).status).toBe(200);
      await sleep(1_500);
      expect(await mailsTo(order.email)).toHaveLength(1);
    });

    test('an order that was not paid gets none', async () => {
      const order = await placeOrder(variantId);
      await pay(order, 'test_declined');
      await sleep(1_500);
      expect(await mailsTo(order.email)).toEqual([]);
    });

    test('a parcel on its way is told with where to follow it', async () => {
      const order = await paidOrder();
      const parcel = {
        carrier: 'Pigeon & Co',
        trackingNumber: 'T-<1>',
        trackingUrl: 'https://carrier.example/T-1',
      };
      expect((await act(order, 'fulfil', parcel)).status).toBe(200);
      const mail = await mailTo(order.email, /on its way/);
      expect(mail.text).toContain('Pigeon & Co');
      expect(mail.text).toContain('https://carrier.example/T-1');
      expect(mail.html).toContain('T-&lt;1&gt;');
    });

    test('money that goes back is told with how much, and a cancelling as well', async () => {
      const order = await paidOrder();
      expect(
        (await act(order, 'refund', { amount: 500, restock: false, reason: 'a bent corner' })).status,
      ).toBe(200);
      await mailTo(order.email, /^\$5\.00 of your order/);
      const other = await paidOrder();
      expect((await act(other, 'cancel', { reason: 'sold elsewhere' })).status).toBe(200);
      await mailTo(other.email, /was cancelled/);
      await mailTo(other.email, /went back to you/);
    });
  },
);

describe('the mails of an order', () => {
  test('are there for staff to see, without what opens the order', async () => {
    const order = await paidOrder();
    const [mail] = await eventually('the confirmation is sent', 20_000, async () => {
      const found = await keptOf(order);
      return found[0]?.status === 'sent' ? found : undefined;
    });
    expect(mail).toMatchObject({ kind: 'order-confirmation', orderId: order.id, to: order.email });
    expect(JSON.stringify(mail)).not.toContain(order.token);
    const support = await makeApiKey('support');
    expect(await keptOf(order, support.key)).toHaveLength(1);
  });

  test('are nobody else’s', async () => {
    refused(await call('GET', '/api/admin/mails'), 401, 'unauthenticated');
  });
});
