import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { type CustomerId, newId, type OrderId, toUuid } from '@/lib/kernel/ids';
import { findOrderOf, listOrdersOf } from '@/lib/orders/list-orders-of';
import { orderToken } from '@/lib/orders/order-token';
import { placeOrder } from '@/lib/orders/place-order';
import { closeRedis } from '@/lib/platform/redis/client';
import { addAddress } from './add-address';
import { confirmEmailChange } from './confirm-email-change';
import { eraseCustomer } from './erase-customer';
import { eraseOwnAccount } from './erase-own-account';
import { findProfile } from './find-profile';
import { findCustomerSession } from './find-session';
import { listAddresses } from './list-addresses';
import { requestEmailChange } from './request-email-change';
import { requestErasureLink } from './request-erasure-link';
import { lastLink, newAddress, PASSWORD, signUp } from './testing/customers';

afterAll(async () => {
  await closeDatabase();
  await closeRedis();
});

const shippingAddress = {
  name: 'Bo',
  line1: '1 Main St',
  city: 'Springfield',
  postalCode: '12345',
  country: 'US',
};

let email: string;
let id: CustomerId;
let token: string;
beforeEach(async () => {
  ({ email, id, token } = await signUp());
});

async function buy(to = email, customerId: CustomerId | null = null): Promise<OrderId> {
  const variantId = await makeOffer({ stock: 5 });
  const placed = await placeOrder(
    { lines: [{ variantId, quantity: 1 }], email: to, shippingAddress },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600, customerId },
  );
  if (!placed.ok) throw new Error(placed.reason);
  return placed.value.order.id;
}

const set = (order: OrderId, state: 'fulfilled' | 'cancelled' | 'paid' | 'pending') =>
  atomically([
    sql`update orders set status = ${state}::order_status, paid_at = now(),
          payment_status = ${state === 'cancelled' || state === 'pending' ? 'none' : 'succeeded'}::order_payment_status
        where id = ${toUuid(order)}::uuid`,
  ]);
const contactOf = async (order: OrderId) => {
  const [row] = await query<{ email: string; name: string }>(
    'test_contact',
    `select email, shipping_address ->> 'name' as name from order_contacts where order_id = $1::uuid`,
    [toUuid(order)],
  );
  return [row?.email, row?.name];
};
const withPassword = () => eraseOwnAccount(id, { password: PASSWORD });

describe('erasing oneself', () => {
  test('takes out what is personal, wherever it went, ends every session, and keeps the books', async () => {
    const guest = await buy();
    const gift = await buy('friend@example.com', id);
    const other = await buy('friend@example.com');
    for (const order of [guest, gift]) await set(order, 'fulfilled');
    await addAddress(id, shippingAddress, null);
    expect(await withPassword()).toEqual({ ok: true, orderCount: 2 });
    expect([await contactOf(guest), await contactOf(gift)]).toEqual([
      ['', ''],
      ['', ''],
    ]);
    expect(await contactOf(other)).toEqual(['friend@example.com', 'Bo']);
    expect([await findProfile(id), await listAddresses(id), await findCustomerSession(token)]).toEqual([
      null,
      [],
      null,
    ]);
    const [audit] = await query<{ actor: string }>(
      'test_erasure_audit',
      `select actor from audit_log where action = 'customer.erased' and subject = $1`,
      [id],
    );
    expect(audit?.actor).toBe(id);
  });

  test('needs the password, or a link that was sent for it', async () => {
    expect(await eraseOwnAccount(id, { password: 'wrong horse battery' })).toMatchObject({
      reason: 'wrong-password',
    });
    expect(await eraseOwnAccount(id, { token: 'nonsense' })).toMatchObject({ reason: 'link-invalid' });
    const stranger = await signUp();
    await requestErasureLink({ id: stranger.id, email: stranger.email });
    const theirs = await lastLink(stranger.email);
    expect(await eraseOwnAccount(id, { token: theirs.token })).toMatchObject({ reason: 'link-invalid' });
    await requestErasureLink({ id, email });
    const mine = await lastLink(email);
    expect(await eraseOwnAccount(id, { token: mine.token })).toEqual({ ok: true, orderCount: 0 });
    expect(await eraseOwnAccount(id, { token: mine.token })).toMatchObject({ ok: false });
  });

  test.each(['pending', 'paid'] as const)(
    'waits while an order is %s, and a link waits with it',
    async (state) => {
      const order = await buy();
      await set(order, state);
      await requestErasureLink({ id, email });
      const proof = { token: (await lastLink(email)).token };
      expect(await eraseOwnAccount(id, proof)).toMatchObject({
        reason: 'orders-open',
        orders: [{ id: order, status: state }],
      });
      expect(await contactOf(order)).toEqual([email, 'Bo']);
      await set(order, state === 'paid' ? 'fulfilled' : 'cancelled');
      expect(await eraseOwnAccount(id, proof)).toEqual({ ok: true, orderCount: 1 });
    },
  );

  test('is no way to lose an order that is being paid for at the same moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      const customer = await signUp();
      const order = await buy(customer.email);
      const pay = query<{ answer: string }>(
        'test_start_payment',
        'select start_payment($1::jsonb)::text as answer',
        [
          JSON.stringify({
            orderId: toUuid(order),
            paymentId: toUuid(newId('pay')),
            provider: 'test',
            method: 'test_ok',
            extendSeconds: 120,
          }),
        ],
      );
      const [, erased] = await Promise.all([pay, eraseOwnAccount(customer.id, { password: PASSWORD })]);
      expect(erased).toMatchObject({ reason: 'orders-open' });
      expect(await contactOf(order)).toEqual([customer.email, 'Bo']);
    }
  });

  test('happens once when it is asked for twice at once', async () => {
    const outcomes = await Promise.all([withPassword(), withPassword()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is refused to nobody who runs the shop: they look themselves', async () => {
    const order = await buy();
    await set(order, 'paid');
    expect(await eraseCustomer(id, { actor: 'test' })).toMatchObject({ ok: true });
    expect(await contactOf(order)).toEqual(['', '']);
  });
});

describe('one’s own orders', () => {
  test('stay one’s own after a change of address, and nobody else’s who gets the one before', async () => {
    const before = await buy();
    const next = newAddress();
    await requestEmailChange(id, { email: next, password: PASSWORD });
    expect(await confirmEmailChange(id, (await lastLink(next)).token)).toMatchObject({ ok: true });
    const after = await buy(next);
    const me = { id, email: next };
    const idsOf = async (who: { id: CustomerId; email: string }) =>
      (await listOrdersOf(who, { limit: 10 })).items.map((order) => order.id);
    expect(await idsOf(me)).toEqual([after, before]);

    const heir = await signUp(email);
    const theirs = await buy(email);
    expect(await idsOf(heir)).toEqual([theirs]);
    expect(await findOrderOf(heir, before)).toBeNull();
    expect(await findOrderOf(me, theirs)).toBeNull();
    expect((await findOrderOf(me, before))?.id).toBe(before);
    expect(await orderToken(before)).not.toBe('');

    // And they are erased with the rest, as is what was written to the address while it was theirs.
    const mail = (to: string, at: string) =>
      query(
        'test_mail',
        `insert into mails (id, key, kind, recipient, language, message_id, status, created_at)
         values ($1::uuid, $1, 'test', $2, 'en', $1, 'sent', now() + $3::interval)`,
        [toUuid(newId('mail')), to, at],
      );
    await mail(email, '-1 minute');
    await mail(email, '2 hours');
    for (const order of [before, after]) await set(order, 'fulfilled');
    expect(await withPassword()).toEqual({ ok: true, orderCount: 2 });
    expect([await contactOf(before), await contactOf(theirs)]).toEqual([
      ['', ''],
      [email, 'Bo'],
    ]);
    const left = await query(
      'test_left_mails',
      `select 1 from mails where recipient = $1 and kind = 'test'`,
      [email],
    );
    expect(left).toHaveLength(1);
  });
});
