import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { pay, placeOrder, seeOrder } from '@/e2e/support/buyer';
import { call, invalid, refused } from '@/e2e/support/client';
import { makeVariant } from '@/e2e/support/product';
import { shop } from '@/e2e/support/shop';

const PATH = '/api/webhooks/payments/test';
const told = {
  id: 'evt-of-the-tests',
  kind: 'succeeded',
  paymentId: 'pay_019a5c3be0007000800000000000000a',
};

/** As the provider signs: over the values in the order of their names. */
function sign(event: Record<string, string>): string {
  const text = JSON.stringify(Object.fromEntries(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1))));
  const key = `test-provider-webhook:${shop.stack.APP_SECRET}`;
  return createHmac('sha256', key).update(text).digest('base64url');
}

const send = (event: object, signature?: string) =>
  call('POST', PATH, {
    json: event,
    ...(signature === undefined ? {} : { headers: { 'x-test-signature': signature } }),
  });

test('a webhook that the provider did not sign is refused', async () => {
  for (const signature of ['x', sign({ ...told, kind: 'declined' }), sign({ ...told, id: 'another' })]) {
    refused(await send(told, signature), 401, 'invalid-signature');
  }
  invalid(await send(told), 'x-test-signature');
  invalid(await send({ ...told, paymentId: 'ord_1' }, sign(told)), 'paymentId');
});

test('a signed one is heard as often as it comes, also of a payment that nobody knows', async ({ skip }) => {
  if (shop.stack.APP_SECRET === undefined) skip('the shop’s secret is not known here');
  for (let index = 0; index < 3; index += 1) {
    const answer = await send(told, sign(told));
    expect(answer.status).toBe(200);
  }
});

test('what the provider repeats of a paid order changes nothing', async () => {
  const order = await placeOrder(await makeVariant({ stock: 2 }));
  await pay(order, 'test_ok');
  const before = await seeOrder(order);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await seeOrder(order)).toEqual(before);
});
