import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from 'inngest/node';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { inngest } from '@/inngest/client';
import { SUBSCRIBED } from '@/inngest/subscriptions';
import { newId, type OrderId, toUuid } from '@/lib/kernel/ids';
import { closeMail } from '@/lib/notifications/close-mail';
import { type MailSink, startMailSink } from '@/lib/notifications/testing/mail-sink';
import { orderToken } from '@/lib/orders/order-token';
import { placeOrder } from '@/lib/orders/place-order';
import { payOrder } from '@/lib/payments/pay-order';
import { relayOutbox } from '@/lib/platform/outbox';
import { closeRedis } from '@/lib/platform/redis/client';
import { type EngineProcess, engineReady, launchEngine } from '@/stack/jobs/testing/engine-process';
import { until } from '@/stack/jobs/testing/until';
import { reservePorts } from '@/stack/ports/reserve-ports';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { sendOrderMailOnEvent } from './send-order-mail';
import { tellOfFailedJob } from './tell-of-failed-job';

// Read when the client is made, which is when this file is loaded.
vi.hoisted(() => {
  process.env.INNGEST_DEV = '1';
});

// A shop whose jobs run in this process, and an engine that is killed: mails go out by the real path, outbox to SMTP.
let stack: TestStack;
let sink: MailSink;
let app: Server;
let engine: EngineProcess;
let startEngine: () => Promise<void>;
let releasePort: () => void;

const broken = inngest.createFunction(
  { id: 'always-fails', triggers: [{ event: 'test/broken' }], retries: 0 },
  async ({ step }) =>
    step.run('break', () => {
      throw new Error('nothing works');
    }),
);

beforeAll(async () => {
  stack = await startTestStack();
  Object.assign(process.env, stack.env);
  sink = await startMailSink();
  const handler = serve({ client: inngest, functions: [sendOrderMailOnEvent, tellOfFailedJob, broken] });
  app = createServer(handler);
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  const { base, lock } = await reservePorts(1);
  releasePort = lock.release;
  startEngine = async () => {
    engine = launchEngine({
      port: base,
      databaseUrl: stack.env.POSTGRES_URL_NON_POOLING ?? '',
      apps: [`http://127.0.0.1:${(app.address() as AddressInfo).port}/api/inngest`],
      retryIntervalMs: 300,
    });
    await engineReady(engine);
  };
  await startEngine();
  process.env.INNGEST_DEV = engine.url;
  await query('test_no_staff', 'delete from staff', []);
  await query(
    'test_owner',
    `insert into staff (id, email, name, role) values ($1::uuid, 'owner@example.com', 'O', 'owner')`,
    [toUuid(newId('staff'))],
  );
}, 90_000);

afterAll(async () => {
  await engine.stop();
  app.closeAllConnections();
  app.close();
  closeMail();
  sink.stop();
  releasePort();
  await closeRedis();
  await closeDatabase();
  await stack.stop();
}, 60_000);

async function buy(email: string): Promise<OrderId> {
  const variantId = await makeOffer();
  const placed = await placeOrder(
    {
      lines: [{ variantId, quantity: 1 }],
      email,
      shippingAddress: {
        name: 'Ada',
        line1: '1 Main St',
        city: 'Springfield',
        postalCode: '12345',
        country: 'US',
      },
    },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  if (!placed.ok) throw new Error(placed.reason);
  const { id } = placed.value.order;
  const paid = await payOrder(id, { token: await orderToken(id), method: 'test_ok' });
  if (!paid.ok) throw new Error(paid.reason);
  return id;
}

type Counts = { sent: number; runs: number; open: number };

/** How many mails about an order are marked sent, and how the engine's runs stand. */
async function countOf(orderId: OrderId): Promise<Counts> {
  const [row] = await query<Counts>(
    'test_mails_and_runs',
    `select (select count(*)::int from mails where order_id = $1::uuid and status = 'sent') as sent,
       (select count(*)::int from jobs.run) as runs,
       (select count(*)::int from jobs.run where status not in ('completed', 'failed', 'cancelled')) as open`,
    [toUuid(orderId)],
  );
  if (row === undefined) throw new Error('no counts');
  return row;
}

test('an engine that is killed when the mail server has just said 250 leaves one mail, and its run ends', async () => {
  const email = `${newId('req')}@example.com`;
  const orderId = await buy(email);
  sink.onMail = () => engine.signal('SIGKILL');
  await relayOutbox(SUBSCRIBED);
  await engine.ended;
  sink.onMail = undefined;
  await until(async () => expect((await countOf(orderId)).sent).toBe(1));
  expect((await countOf(orderId)).open).toBe(1);
  await startEngine();
  await until(async () => expect(await countOf(orderId)).toEqual({ sent: 1, runs: 1, open: 0 }), {
    timeoutMs: 60_000,
  });
  expect(sink.received(email).map(({ messageId }) => messageId)).toEqual([
    `<order-confirmation.${orderId}@localhost>`,
  ]);
}, 120_000);

test('a run that failed for good is in the log, and in one mail to the owner an hour', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  for (let index = 0; index < 3; index += 1) {
    await fetch(`${engine.url}/e/test`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ name: 'test/broken', data: { index } }]),
    });
  }
  const failures = () =>
    logged.mock.calls.flat().filter((line) => String(line).includes('"event":"job:failed"'));
  await until(() => expect(failures()).toHaveLength(3), { timeoutMs: 30_000 });
  await until(() => expect(sink.received('owner@example.com').length).toBeGreaterThan(0));
  const mails = sink.received('owner@example.com');
  // On the stroke of an hour there are two.
  expect(mails.length).toBeLessThanOrEqual(2);
  expect(mails[0]?.subject).toContain('doorbuster-always-fails');
  expect(mails[0]?.text).toContain('nothing works');
  logged.mockRestore();
}, 60_000);
