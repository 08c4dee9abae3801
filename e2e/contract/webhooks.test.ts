import { expect, test } from 'vitest';
import { pay, placeOrder, seeOrder } from '@/e2e/support/buyer';
import { call, invalid, refused } from '@/e2e/support/client';
import { makeVariant } from '@/e2e/support/product';
import { shop } from '@/e2e/support/shop';
import { signWebhook } from '@/e2e/support/webhook';

const PATH = '/api/webhooks/payments/test';
const told = {
  id: 'evt-of-the-tests',
  kind: 'succeeded',
  paymentId: 'pay_019a5c3be0007000800000000000000a',
};

const send = (event: object, signature?: string) =>
  call('POST', PATH, {
    json: event,
    ...(signature === undefined ? {} : { headers: { 'x-test-signature': signature } }),
  });

test('a webhook that the provider did not sign is refused', async () => {
  for (const signature of [
    'x',
    signWebhook({ ...told, kind: 'declined' }),
    signWebhook({ ...told, id: 'another' }),
  ]) {
    refused(await send(told, signature), 401, 'invalid-signature');
  }
  invalid(await send(told), 'x-test-signature');
  invalid(await send({ ...told, paymentId: 'ord_1' }, signWebhook(told)), 'paymentId');
});

test('a signed one is heard as often as it comes, also of a payment that nobody knows', async ({ skip }) => {
  if (shop.stack.APP_SECRET === undefined) skip('the shop’s secret is not known here');
  for (let index = 0; index < 3; index += 1) {
    const answer = await send(told, signWebhook(told));
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
