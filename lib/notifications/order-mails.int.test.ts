import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { inSession } from '@/db/session';
import { makeOffer } from '@/db/testing/offers';
import { newId, type OrderId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { fulfilOrder } from '@/lib/orders/fulfil-order';
import { changeParcel, takeBackParcel } from '@/lib/orders/move-parcel';
import { orderToken } from '@/lib/orders/order-token';
import { placeOrder } from '@/lib/orders/place-order';
import { findOrderWork } from '@/lib/orders/queries';
import { cancelOrder } from '@/lib/payments/cancel-order';
import { payOrder } from '@/lib/payments/pay-order';
import { refundOrder } from '@/lib/payments/refund-order';
import { closeRedis } from '@/lib/platform/redis/client';
import { closeMail } from './close-mail';
import { listMails } from './list-mails';
import { sendOrderMail } from './send-order-mail';
import { type MailSink, startMailSink } from './testing/mail-sink';

let sink: MailSink;
let variant: VariantId;

beforeAll(async () => {
  sink = await startMailSink();
  variant = await makeOffer({ priceMinor: 1_999, stock: 1_000 });
});

afterAll(async () => {
  closeMail();
  sink.stop();
  await closeRedis();
  await closeDatabase();
});

type Buyer = { email: string; name?: string; country?: string };

async function buy({ email, name = 'Ada', country = 'US' }: Buyer): Promise<OrderId> {
  const placed = await placeOrder(
    {
      lines: [{ variantId: variant, quantity: 2 }],
      email,
      shippingAddress: { name, line1: '1 Main St', city: 'Springfield', postalCode: '12345', country },
    },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  if (!placed.ok) throw new Error(placed.reason);
  const { id } = placed.value.order;
  const paid = await payOrder(id, { token: await orderToken(id), method: 'test_ok' });
  if (!paid.ok) throw new Error(paid.reason);
  return id;
}

const newAddress = () => `${newId('req')}@example.com`;
const confirm = (orderId: OrderId) => sendOrderMail({ kind: 'order-confirmation', orderId });

/** A process that sends and is killed at the moment that it is told. */
async function sendAndDie(orderId: OrderId, moment: 'before-mark' | 'after-mark'): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'lib/notifications/testing/send-and-die.ts', orderId, moment],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, SMTP_URL: sink.url } },
  );
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

describe('a mail about an order', () => {
  test('has what was bought, what it came to, and the way to its page, with the token behind the #', async () => {
    const email = newAddress();
    const orderId = await buy({ email });
    expect(await confirm(orderId)).toBe('sent');
    const [mail, ...others] = sink.received(email);
    expect(others).toEqual([]);
    const link = `/orders/${orderId}#${await orderToken(orderId)}`;
    expect(mail?.subject).toMatch(/^Your order \d+ is confirmed$/);
    expect(mail?.messageId).toBe(`<order-confirmation.${orderId}@localhost>`);
    expect(mail?.text).toMatch(/^Subtotal +\$39\.98$/m);
    for (const body of [mail?.html, mail?.text]) {
      expect(body).toContain(link);
      expect(body).toContain('A thing');
      expect(body).toContain('$39.98');
    }
  });

  test('escapes what people typed', async () => {
    const email = newAddress();
    await confirm(await buy({ email, name: '<script>alert(1)</script>"&' }));
    const [mail] = sink.received(email);
    expect(mail?.html).not.toContain('<script>alert');
    expect(mail?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('speaks French to France', async () => {
    const email = newAddress();
    await confirm(await buy({ email, country: 'FR' }));
    const [mail] = sink.received(email);
    expect(mail?.subject).toMatch(/^Votre commande \d+ est confirmée$/);
    expect(mail?.html).toContain('lang="fr"');
  });

  test('is sent once, however often and by however many it is asked for', async () => {
    const email = newAddress();
    const orderId = await buy({ email });
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => confirm(orderId)));
    expect(outcomes.filter((one) => one.status === 'fulfilled' && one.value === 'sent')).toHaveLength(1);
    expect(await confirm(orderId)).toBe('already-sent');
    expect(sink.received(email)).toHaveLength(1);
  });

  test('is kept for staff without what opens the order', async () => {
    const email = newAddress();
    const orderId = await buy({ email });
    await confirm(orderId);
    const { items } = await listMails({ orderId, limit: 10 });
    expect(items).toEqual([
      expect.objectContaining({ kind: 'order-confirmation', status: 'sent', to: email, orderId }),
    ]);
    expect(items[0]?.html).toContain('$39.98');
    const { items: sentThere } = await listMails({ recipient: email.toUpperCase(), limit: 10 });
    expect(sentThere.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect((await listMails({ recipient: newAddress(), limit: 10 })).items).toEqual([]);
    expect(JSON.stringify(items)).not.toContain(await orderToken(orderId));
  });

  test('tells of a cancelling, and of the money that goes back', async () => {
    const email = newAddress();
    const orderId = await buy({ email });
    const cancelled = await cancelOrder(orderId, { reason: 'sold elsewhere' }, { actor: 'test' });
    if (!cancelled.ok) throw new Error(cancelled.reason);
    expect(await sendOrderMail({ kind: 'order-cancelled', orderId })).toBe('sent');
    expect(sink.received(email)[0]?.text).toContain('What you paid is on its way back');
  });

  test('of a parcel that was taken back is not sent; the one after it is told, corrected', async () => {
    const email = newAddress();
    const orderId = await buy({ email });
    const send = async (trackingNumber: string) => {
      await fulfilOrder(orderId, { trackingNumber }, { actor: 'test' });
      const fulfilmentId = (await findOrderWork(orderId))?.parcels[0]?.id;
      if (fulfilmentId === undefined) throw new Error('There is no parcel.');
      return { kind: 'order-shipped', orderId, fulfilmentId } as const;
    };
    const wrong = await send('T-1');
    await takeBackParcel(orderId, wrong.fulfilmentId, { actor: 'test' });
    expect(await sendOrderMail(wrong)).toBe('nobody');
    expect(await sendOrderMail({ kind: 'order-shipped', orderId })).toBe('nobody');

    const right = await send('T-2');
    const correction = { trackingNumber: 'T-3', tellBuyer: false };
    await changeParcel(orderId, right.fulfilmentId, correction, { actor: 'test' });
    expect(await sendOrderMail(wrong)).toBe('nobody');
    expect(await sendOrderMail(right)).toBe('sent');
    const [mail, ...others] = sink.received(email);
    expect(others).toEqual([]);
    expect(mail?.text).toContain('T-3');
    expect(mail?.text).not.toContain('T-2');
  });

  test('tells how much went back, once a refund', async () => {
    const email = newAddress();
    const orderId = await buy({ email });
    for (const amount of [500, 700]) {
      const refunded = await refundOrder(
        orderId,
        { amount, restock: false, reason: 'scratched' },
        { actor: 'test', idempotency: { id: toUuid(newId('req')), fingerprint: 'cd'.repeat(32) } },
      );
      if (!refunded.ok) throw new Error(refunded.reason);
      const about = { kind: 'order-refunded', orderId, refundId: refunded.value.refund.id } as const;
      expect(await sendOrderMail(about)).toBe('sent');
      expect(await sendOrderMail(about)).toBe('already-sent');
    }
    expect(sink.received(email).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^\$7\.00 of your order/),
      expect.stringMatching(/^\$5\.00 of your order/),
    ]);
  });
});

describe('a sender that is killed', () => {
  const countIds = (email: string) => new Set(sink.received(email).map(({ messageId }) => messageId)).size;

  test('after the mark has sent its mail once', async () => {
    const email = newAddress();
    const orderId = await buy({ email });
    await sendAndDie(orderId, 'after-mark');
    expect(await confirm(orderId)).toBe('already-sent');
    expect(sink.received(email)).toHaveLength(1);
  });

  test('between the server’s 250 and the mark has it sent again, under the same Message-ID, after its lease', async () => {
    const email = newAddress();
    const orderId = await buy({ email });
    await sendAndDie(orderId, 'before-mark');
    await expect(confirm(orderId)).rejects.toThrow('is being sent by another run');
    expect(sink.received(email)).toHaveLength(1);
    await query('test_end_lease', 'update mails set leased_until = now() where order_id = $1::uuid', [
      toUuid(orderId),
    ]);
    expect(await confirm(orderId)).toBe('sent');
    expect(sink.received(email)).toHaveLength(2);
    expect(countIds(email)).toBe(1);
    expect(await confirm(orderId)).toBe('already-sent');
  });
});

describe('a mail server', () => {
  const fail = (error: Error) => async () => Promise.reject(error);

  test('that is down has the mail tried again', async () => {
    const orderId = await buy({ email: newAddress() });
    const about = { kind: 'order-confirmation', orderId } as const;
    await expect(sendOrderMail(about, fail(new Error('connection refused')))).rejects.toThrow(
      'connection refused',
    );
    expect((await listMails({ orderId, limit: 1 })).items[0]).toMatchObject({
      status: 'failed',
      error: 'Error: connection refused',
    });
    expect(await confirm(orderId)).toBe('sent');
    expect((await listMails({ orderId, limit: 1 })).items[0]).toMatchObject({ status: 'sent', error: null });
  });

  test('that refuses the address for good ends it', async () => {
    const orderId = await buy({ email: newAddress() });
    const refusal = Object.assign(new Error('no such mailbox'), { responseCode: 550 });
    expect(await sendOrderMail({ kind: 'order-confirmation', orderId }, fail(refusal))).toBe('refused');
    expect((await listMails({ orderId, limit: 1 })).items[0]?.status).toBe('failed');
  });
});

test('an erased person’s mails keep neither words nor address, and they get no more', async () => {
  const email = newAddress();
  const orderId = await buy({ email });
  await confirm(orderId);
  await query('test_erase_mails', "select erase_mails($1, '[]', '{}')", [email.toUpperCase()]);
  const { items } = await listMails({ orderId, limit: 10 });
  expect(items).toEqual([
    expect.objectContaining({ to: null, subject: null, html: null, text: null, status: 'sent' }),
  ]);
  await query('test_blank_contact', `update order_contacts set email = '' where order_id = $1::uuid`, [
    toUuid(orderId),
  ]);
  expect(await sendOrderMail({ kind: 'order-cancelled', orderId })).toBe('nobody');
});

test('who is erased while their mail is being made gets none, and nothing of it is kept', async () => {
  const email = newAddress();
  const orderId = await buy({ email });
  let sending: Promise<unknown> | undefined;
  await inSession(async (session) => {
    await session.execute(
      sql`update order_contacts set email = '' where order_id = ${toUuid(orderId)}::uuid`,
    );
    await session.execute(sql`select erase_mails(${email}, '[]', '{}')`);
    sending = confirm(orderId);
    const isClaimed = async () => (await listMails({ orderId, limit: 1 })).items.length > 0;
    while (!(await isClaimed())) await sleep(20);
  });
  expect(await sending).toBe('nobody');
  expect((await listMails({ orderId, limit: 10 })).items).toEqual([
    expect.objectContaining({ to: null, subject: null, html: null, text: null, status: 'failed' }),
  ]);
});
