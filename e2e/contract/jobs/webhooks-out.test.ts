import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeApiKey } from '@/e2e/support/api-keys';
import { expectAudited } from '@/e2e/support/audit';
import { checkout } from '@/e2e/support/buyer';
import {
  type Answer,
  type CallOptions,
  call,
  callAsOwner,
  invalid,
  read,
  refused,
} from '@/e2e/support/client';
import { freshKey, freshWord } from '@/e2e/support/fresh';
import { makeVariant } from '@/e2e/support/product';
import { orderShape, pageOf } from '@/e2e/support/shapes';
import { eventually } from '@/e2e/support/wait';

const PATH = '/api/admin/webhooks';
const endpointShape = z.strictObject({
  id: z.string().regex(/^hook_[0-9a-f]{32}$/),
  url: z.string(),
  events: z.array(z.string()),
  enabled: z.boolean(),
  failingSince: z.string().nullable(),
  disabledAt: z.string().nullable(),
  createdAt: z.string(),
});
const newEndpointShape = endpointShape.extend({ secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{43}=$/) });
const deliveryShape = z.object({
  id: z.string().regex(/^dlv_/),
  eventId: z.string().regex(/^evt_/),
  type: z.string(),
  status: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.array(
    z.object({ status: z.number().nullable(), error: z.string().nullable(), durationMs: z.number() }),
  ),
});

/** A name that leads nowhere: what would listen here is at an address that no webhook may go to. */
const nowhere = () => `https://${freshWord()}.example.invalid/hook`;

/** Asks for a webhook. Where others have left as many as a shop may have, theirs go. */
async function ask(json: object, options: CallOptions = {}): Promise<Answer> {
  const answer = await callAsOwner('POST', PATH, { json, ...options });
  if (answer.status !== 409 || !answer.text.includes('too-many-webhooks')) return answer;
  const { items } = read(await callAsOwner('GET', `${PATH}?limit=100`), 200, pageOf(endpointShape));
  for (const { id } of items.filter(({ url }) => !url.includes('.example.invalid/'))) await remove(id);
  return callAsOwner('POST', PATH, { json, ...options });
}

async function makeWebhook(more: object = {}) {
  return read(await ask({ url: nowhere(), events: ['orders/order.placed'], ...more }), 201, newEndpointShape);
}

const see = async (id: string) => read(await callAsOwner('GET', `${PATH}/${id}`), 200, endpointShape);
const remove = (id: string) => callAsOwner('DELETE', `${PATH}/${id}`);
const deliveriesOf = async (id: string) =>
  read(await callAsOwner('GET', `${PATH}/${id}/deliveries`), 200, pageOf(deliveryShape)).items;

describe('a webhook', () => {
  test('shows its secret once, and what it is always', async () => {
    const { secret, ...facts } = await makeWebhook();
    expect(await see(facts.id)).toEqual(facts);
    const list = await callAsOwner('GET', `${PATH}?limit=100`);
    expect(read(list, 200, pageOf(endpointShape)).items).toContainEqual(facts);
    expect(list.text).not.toContain(secret);
    await expectAudited(facts.id, 'webhook.created', null, { url: facts.url });
    await remove(facts.id);
  });

  test('is made once by a key, which does not show the secret again', async () => {
    const key = freshKey();
    const json = { url: nowhere(), events: ['orders/order.paid'] };
    const made = read(await ask(json, { key }), 201, newEndpointShape);
    const again = await ask(json, { key });
    refused(again, 409, 'idempotency-key-used');
    expect(again.body).toMatchObject({ id: made.id });
    await remove(made.id);
  });

  test('changes in what is named, is given another secret, and goes', async () => {
    const { secret, ...before } = await makeWebhook();
    const changed = await callAsOwner('PATCH', `${PATH}/${before.id}`, { json: { enabled: false } });
    expect(read(changed, 200, endpointShape)).toEqual({ ...before, enabled: false });
    const renewed = await callAsOwner('POST', `${PATH}/${before.id}/secret`);
    expect(read(renewed, 200, z.object({ secret: z.string() })).secret).not.toBe(secret);
    refused(await callAsOwner('POST', `${PATH}/${before.id}/ping`), 409, 'webhook-disabled');
    expect((await remove(before.id)).status).toBe(204);
    for (const answer of [await callAsOwner('GET', `${PATH}/${before.id}`), await remove(before.id)])
      refused(answer, 404, 'webhook-not-found');
    await expectAudited(before.id, 'webhook.removed', { url: before.url }, null);
  });

  test.each([
    ['url', { url: 'http://tools.example/hook' }],
    ['url', { url: 'https://127.0.0.1/hook' }],
    ['url', { url: 'https://[::1]/hook' }],
    ['url', { url: 'https://169.254.169.254/latest/meta-data' }],
    ['url', { url: 'https://localhost/hook' }],
    ['url', { url: 'https://tools.example:22/hook' }],
    ['url', { url: 'https://user:secret@tools.example/' }],
    ['url', { url: 'nonsense' }],
    ['events', { events: [] }],
    ['events/0', { events: ['customers/sign-up.requested'] }],
    ['events/0', { events: ['*'] }],
  ])('is refused with a wrong %s (%#)', async (path, wrong) => {
    const json = { url: nowhere(), events: ['orders/order.paid'], ...wrong };
    invalid(await ask(json), path);
  });
});

describe('a delivery', () => {
  test('of an event is tried, logged, and sent again when asked to', async () => {
    const { id } = await makeWebhook();
    const variantId = await makeVariant({ stock: 5 });
    const answer = await checkout({ lines: [{ variantId, quantity: 1 }] });
    const order = read(answer, 201, orderShape);
    const delivery = await eventually('a delivery was tried', 20_000, async () =>
      (await deliveriesOf(id)).find(({ attempts }) => attempts.length > 0),
    );
    expect(delivery).toMatchObject({ type: 'orders/order.placed', status: 'pending' });
    expect(delivery.attempts.at(-1)).toMatchObject({ status: null, error: expect.any(String) });
    expect(JSON.stringify(delivery)).not.toContain(order.email);
    const replayed = await callAsOwner('POST', `${PATH}/deliveries/${delivery.id}/replay`);
    expect(read(replayed, 202, deliveryShape)).toMatchObject({
      id: delivery.id,
      eventId: delivery.eventId,
    });
    await remove(id);
  });

  test('of a ping goes to an endpoint whatever it listens to', async () => {
    const { id } = await makeWebhook({ events: ['catalog/product.deleted'] });
    const pinged = read(await callAsOwner('POST', `${PATH}/${id}/ping`), 202, deliveryShape);
    expect(pinged).toMatchObject({ type: 'webhooks/endpoint.pinged', status: 'pending' });
    await eventually('the ping was tried', 20_000, async () =>
      (await deliveriesOf(id)).some((found) => found.id === pinged.id && found.attempts.length > 0)
        ? true
        : undefined,
    );
    await remove(id);
  });

  test('that there is not cannot be sent again', async () => {
    const path = `${PATH}/deliveries/dlv_019a5c3be0007000800000000000000a/replay`;
    refused(await callAsOwner('POST', path), 404, 'webhook-delivery-not-found');
  });
});

test('managers set webhooks up, viewers look at them, and support has nothing to do with them', async () => {
  const [manager, viewer, support] = [
    await makeApiKey('manager'),
    await makeApiKey('viewer'),
    await makeApiKey('support'),
  ];
  const json = { url: nowhere(), events: ['orders/order.paid'] };
  const made = read(await ask(json, { as: manager.key }), 201, newEndpointShape);
  expect((await call('GET', `${PATH}/${made.id}`, { as: viewer.key })).status).toBe(200);
  refused(await call('POST', PATH, { json, as: viewer.key }), 403, 'forbidden');
  refused(await call('GET', PATH, { as: support.key }), 403, 'forbidden');
  refused(await call('GET', PATH), 401, 'unauthenticated');
  await remove(made.id);
});
