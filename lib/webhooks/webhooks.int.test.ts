import { sql } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { atomically, callFunction, closeDatabase, query } from '@/db/client';
import { fromUuid, newId, toUuid, type WebhookDeliveryId, type WebhookEndpointId } from '@/lib/kernel/ids';
import { announce } from '@/lib/platform/outbox';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { attemptDelivery } from './attempt-delivery';
import { changeWebhook, renewWebhookSecret } from './change-webhook';
import { createWebhook } from './create-webhook';
import { RETRY_AFTER } from './model';
import { findWebhook, listDeliveries } from './queries';
import { removeWebhook } from './remove-webhook';
import { pingWebhook, replayDelivery } from './send-webhook';
import { type Receiver, startReceiver } from './testing/receiver';

const by = { actor: 'test' };
let receiver: Receiver;
// A stack of its own: a lease takes every row of the outbox, those of other tests too.
let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack();
  Object.assign(process.env, stack.env);
}, 60_000);

beforeEach(async () => {
  receiver = await startReceiver();
});

afterEach(async () => {
  receiver.stop();
  await atomically([sql`delete from webhook_endpoints`, sql`delete from outbox`]);
});

afterAll(async () => {
  await closeDatabase();
  await stack.stop();
});

/** An endpoint whose address is our own receiver, which no merchant could write down. */
async function makeEndpoint(events: readonly 'orders/order.paid'[] = ['orders/order.paid']) {
  const made = await createWebhook(
    { url: 'https://tools.example/hook', events: [...events], enabled: true },
    by,
  );
  if (!made.ok) throw new Error(made.reason);
  await query('test_redirect_webhook', 'update webhook_endpoints set url = $2 where id = $1::uuid', [
    toUuid(made.value.id),
    receiver.url,
  ]);
  return made.value;
}

type Lease = {
  taken: number;
  made: number;
  events: { id: string; name: string; data: Record<string, string> }[];
};
const lease = (names: string[] = []) =>
  callFunction<Lease>('lease_outbox', { names: [...names, 'webhooks/delivery.requested'], leaseSeconds: 30 });

async function deliveriesOf(id: WebhookEndpointId) {
  return (await listDeliveries(id, { limit: 100 }))?.items ?? [];
}

/** A ping's delivery, ready to be tried. */
async function ping(id: WebhookEndpointId): Promise<WebhookDeliveryId> {
  const pinged = await pingWebhook(id, by);
  if (!pinged.ok) throw new Error(pinged.reason);
  return pinged.value.id;
}

const attempt = (id: WebhookDeliveryId, number = 1, round = 0) =>
  attemptDelivery(id, { round, number }, receiver.reach);

test('an endpoint that goes while it is pinged and replayed was there or was not', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { id } = await makeEndpoint();
    const delivery = await ping(id);
    const [pinged, replayed, removed] = await Promise.all([
      pingWebhook(id, by),
      replayDelivery(delivery, by),
      removeWebhook(id, by),
    ]);
    expect(removed.ok).toBe(true);
    expect(pinged.ok || pinged.reason).toBe(pinged.ok || 'webhook-not-found');
    expect(replayed.ok || replayed.reason).toBe(replayed.ok || 'webhook-delivery-not-found');
  }
});

describe('an event', () => {
  test('becomes one delivery for each endpoint that wants it, and none for the others', async () => {
    const [one, two, other] = [await makeEndpoint(), await makeEndpoint(), await makeEndpoint()];
    await changeWebhook(other.id, { events: ['orders/order.expired'] }, by);
    const eventId = newId('evt');
    await atomically([announce('orders/order.paid', { orderId: 'ord_1' }, eventId)]);
    expect(await lease()).toMatchObject({ taken: 1, made: 2, events: [] });
    for (const { id } of [one, two])
      expect(await deliveriesOf(id)).toMatchObject([
        { eventId, type: 'orders/order.paid', status: 'pending' },
      ]);
    expect(await deliveriesOf(other.id)).toEqual([]);
    const { events } = await lease();
    expect(events.map(({ name }) => name)).toEqual([
      'webhooks/delivery.requested',
      'webhooks/delivery.requested',
    ]);
  });

  test('whose lease ran out is not delivered twice', async () => {
    const { id } = await makeEndpoint();
    await atomically([announce('orders/order.paid', { orderId: 'ord_1' })]);
    expect((await lease(['orders/order.paid'])).made).toBe(1);
    await atomically([sql`update outbox set leased_until = now() where name = 'orders/order.paid'`]);
    expect((await lease(['orders/order.paid'])).made).toBe(0);
    expect(await deliveriesOf(id)).toHaveLength(1);
  });

  test('is not written down for an endpoint that is switched off', async () => {
    const { id } = await makeEndpoint();
    await changeWebhook(id, { enabled: false }, by);
    await atomically([announce('orders/order.paid', { orderId: 'ord_1' })]);
    expect(await lease()).toMatchObject({ taken: 1, made: 0 });
    expect(await deliveriesOf(id)).toEqual([]);
  });
});

describe('a delivery', () => {
  test('is signed as Standard Webhooks says, with the event as its id', async () => {
    const { id, secret } = await makeEndpoint();
    const eventId = newId('evt');
    await atomically([announce('orders/order.paid', { orderId: 'ord_1' }, eventId)]);
    await lease();
    const [delivery] = await deliveriesOf(id);
    expect(await attempt(delivery?.id ?? newId('dlv'))).toBe('delivered');
    const [request] = receiver.received;
    expect(request?.headers['webhook-id']).toBe(eventId);
    const verified = new Webhook(secret).verify(
      request?.body ?? '',
      request?.headers as Record<string, string>,
    );
    expect(verified).toEqual({
      type: 'orders/order.paid',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: { orderId: 'ord_1' },
    });
  });

  test('that was noted is not sent again by the same try', async () => {
    const { id } = await makeEndpoint();
    const deliveryId = await ping(id);
    receiver.answer = { status: 500 };
    expect(await attempt(deliveryId)).toBe('failed');
    expect(await attempt(deliveryId)).toBe('failed');
    expect(receiver.received).toHaveLength(1);
    receiver.answer = { status: 204 };
    expect(await attempt(deliveryId, 2)).toBe('delivered');
    expect(await attempt(deliveryId, 3)).toBe('over');
    expect(receiver.received).toHaveLength(2);
  });

  test('logs each try with status, duration and the first KiB of the answer', async () => {
    const { id } = await makeEndpoint();
    const deliveryId = await ping(id);
    receiver.answer = { status: 500, body: `no\u0000${'x'.repeat(500_000)}` };
    await attempt(deliveryId);
    receiver.stop();
    await attempt(deliveryId, 2);
    const [delivery] = await deliveriesOf(id);
    expect(delivery?.attempts).toMatchObject([
      { status: null, answer: null, error: 'its server does not answer', durationMs: expect.any(Number) },
      { status: 500, answer: `no${'x'.repeat(1_021)}`, error: null },
    ]);
  });

  test('does not follow a redirect', async () => {
    const { id } = await makeEndpoint();
    receiver.answer = { status: 302, headers: { location: receiver.url } };
    expect(await attempt(await ping(id))).toBe('failed');
    expect(receiver.received).toHaveLength(1);
  });

  test('never goes to an address that is not of the public web', async () => {
    const { id } = await makeEndpoint();
    const deliveryId = await ping(id);
    expect(await attemptDelivery(deliveryId, { round: 0, number: 1 })).toBe('failed');
    expect(receiver.received).toEqual([]);
    expect((await deliveriesOf(id))[0]?.attempts[0]?.error).toBe('its address is not one of the public web');
  });

  test('is over after the last try, and a replay begins a new round under the same id', async () => {
    const { id } = await makeEndpoint();
    const deliveryId = await ping(id);
    receiver.answer = { status: 503 };
    expect(await attempt(deliveryId, RETRY_AFTER.length)).toBe('over');
    expect((await deliveriesOf(id))[0]).toMatchObject({ status: 'failed', settledAt: expect.any(String) });
    await lease();
    expect(await replayDelivery(deliveryId, by)).toMatchObject({ ok: true, value: { status: 'pending' } });
    const { events } = await lease();
    expect(events).toMatchObject([{ data: { deliveryId, endpointId: id, round: 1 } }]);
    receiver.answer = { status: 200 };
    expect(await attempt(deliveryId, 1, 0)).toBe('over');
    expect(await attempt(deliveryId, 1, 1)).toBe('delivered');
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });
});

describe('an endpoint', () => {
  test('signs with the secret before too, for a day after it got another', async () => {
    const { id, secret } = await makeEndpoint();
    const renewed = await renewWebhookSecret(id, by);
    if (!renewed.ok) throw new Error(renewed.reason);
    expect(renewed.value.secret).not.toBe(secret);
    await attempt(await ping(id));
    const verify = (by: string, at: number) =>
      new Webhook(by).verify(
        receiver.received[at]?.body ?? '',
        receiver.received[at]?.headers as Record<string, string>,
      );
    verify(secret, 0);
    verify(renewed.value.secret, 0);
    await query('test_rotated', `update webhook_endpoints set rotated_at = now() - interval '25 hours'`, []);
    await attempt(await ping(id));
    expect(() => verify(secret, 1)).toThrow();
    verify(renewed.value.secret, 1);
  });

  test('is switched off, and said so once, when nothing arrived for days', async () => {
    const { id } = await makeEndpoint();
    receiver.answer = { status: 500 };
    expect(await attempt(await ping(id), RETRY_AFTER.length)).toBe('over');
    expect(await findWebhook(id)).toMatchObject({ enabled: true, failingSince: expect.any(String) });
    await query('test_failing', `update webhook_endpoints set failing_since = now() - interval '4 days'`, []);
    expect(await attempt(await ping(id), 1)).toBe('failed');
    expect(await findWebhook(id)).toMatchObject({ enabled: true });
    expect(await attempt(await ping(id), RETRY_AFTER.length)).toBe('over');
    expect(await findWebhook(id)).toMatchObject({ enabled: false, disabledAt: expect.any(String) });
    const told = await query(
      'test_told',
      `select data from outbox where name = 'webhooks/endpoint.disabled'`,
      [],
    );
    expect(told).toEqual([{ data: { endpointId: id } }]);
    expect(await pingWebhook(id, by)).toEqual({ ok: false, reason: 'webhook-disabled' });
    await changeWebhook(id, { enabled: true }, by);
    expect(await findWebhook(id)).toMatchObject({ enabled: true, failingSince: null, disabledAt: null });
  });

  test('that says 410 is switched off at once', async () => {
    const { id } = await makeEndpoint();
    receiver.answer = { status: 410 };
    expect(await attempt(await ping(id))).toBe('over');
    expect((await findWebhook(id))?.enabled).toBe(false);
  });

  test('keeps failing only until something arrives', async () => {
    const { id } = await makeEndpoint();
    receiver.answer = { status: 500 };
    await attempt(await ping(id));
    receiver.answer = { status: 200 };
    await attempt(await ping(id));
    expect((await findWebhook(id))?.failingSince).toBeNull();
  });

  test('that is removed gets nothing more', async () => {
    const { id } = await makeEndpoint();
    const deliveryId = await ping(id);
    expect(await removeWebhook(id, by)).toMatchObject({ ok: true });
    expect(await attempt(deliveryId)).toBe('over');
    expect(receiver.received).toEqual([]);
    expect(await listDeliveries(id, { limit: 1 })).toBeNull();
    expect(await removeWebhook(id, by)).toEqual({ ok: false, reason: 'webhook-not-found' });
  });

  test('leaves every write in the audit log, and its secret nowhere', async () => {
    const { id, secret } = await makeEndpoint();
    await changeWebhook(id, { enabled: false }, by);
    await renewWebhookSecret(id, by);
    await removeWebhook(id, by);
    const rows = await query<{ action: string; text: string }>(
      'test_webhook_audits',
      'select action, a::text as text from audit_log a where subject = $1 order by id',
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'webhook.created',
      'webhook.changed',
      'webhook.secret-renewed',
      'webhook.removed',
    ]);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
  });

  test('is one of twenty at most, and a refusal keeps no key', async () => {
    for (let index = 0; index < 20; index += 1) await makeEndpoint();
    const idempotency = { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) };
    const input = { url: 'https://tools.example/', events: ['orders/order.paid' as const], enabled: true };
    expect(await createWebhook(input, { ...by, idempotency })).toEqual({
      ok: false,
      reason: 'too-many-webhooks',
    });
    await atomically([sql`delete from webhook_endpoints`]);
    const made = await createWebhook(input, { ...by, idempotency });
    expect(made.ok).toBe(true);
    const [kept] = await query<{ body: string }>(
      'test_kept_webhook',
      'select body from idempotency_keys where id = $1::uuid',
      [idempotency.id],
    );
    expect(JSON.parse(kept?.body ?? '{}')).toEqual({
      id: made.ok ? fromUuid('hook', toUuid(made.value.id)) : '',
    });
  });
});
