import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { closeRedis } from '@/lib/platform/redis/client';
import { findStaffSession } from '@/lib/staff/find-session';
import { changeCustomerPassword } from './change-password';
import { chooseCustomerPassword } from './choose-password';
import { endCustomerSessions, signOutCustomer } from './end-sessions';
import { findCustomerLinkMail } from './find-link-mail';
import { findCustomerSession } from './find-session';
import { requestCustomerPasswordReset, requestSignUp } from './request-link';
import { signInCustomer } from './sign-in';
import { linksOf, lastLink as linkTo, signUp as makeCustomer, PASSWORD } from './testing/customers';

afterAll(async () => {
  await closeDatabase();
  await closeRedis();
});

const NEXT = 'another horse entirely';

let email: string;
beforeEach(() => {
  email = `Bo.${newId('req')}@Example.com`;
});

const lastLink = () => linkTo(email);
const signUp = (password = PASSWORD) => makeCustomer(email, password);

const customersOf = (address: string) =>
  query('test_customers_of', 'select id from customers where lower(email) = lower($1)', [address]);

describe('a sign-up', () => {
  test('makes nobody a customer before the mailbox is proven', async () => {
    await requestSignUp({ email, name: 'Bo', market: 'fr-fr' });
    expect(await customersOf(email)).toEqual([]);
    const { name, link } = await lastLink();
    expect(name).toBe('customers/sign-up.requested');
    expect(await findCustomerLinkMail(link)).toMatchObject({
      purpose: 'sign-up',
      isKnown: false,
      to: email,
      market: 'fr-fr',
      url: expect.stringMatching(/\/fr-fr\/account\/choose-password#link_/),
    });
  });

  test('becomes a customer who is signed in, and can sign in again', async () => {
    const { session, token } = await signUp();
    expect(session.customer).toMatchObject({ email, name: 'Bo' });
    expect(await findCustomerSession(token)).toMatchObject({ customer: { email } });
    const again = await signInCustomer({ email: email.toLowerCase(), password: PASSWORD });
    expect(again).toMatchObject({ ok: true, value: { session: { customer: { id: session.customer.id } } } });
  });

  test('of somebody who is a customer already leaves them as they are, until they use the link', async () => {
    const first = await signUp();
    await requestSignUp({ email: email.toUpperCase(), name: 'Mallory' });
    const { link, token } = await lastLink();
    expect(await findCustomerLinkMail(link)).toMatchObject({ isKnown: true });
    expect(await findCustomerSession(first.token)).not.toBeNull();
    const chosen = await chooseCustomerPassword({ token, newPassword: NEXT });
    expect(chosen).toMatchObject({
      ok: true,
      value: { session: { customer: { id: first.session.customer.id, name: 'Bo' } } },
    });
    expect(await findCustomerSession(first.token)).toBeNull();
    expect(await customersOf(email)).toHaveLength(1);
  });

  test('twice at once is one customer', async () => {
    await requestSignUp({ email });
    await requestSignUp({ email });
    const links = await linksOf(email);
    const outcomes = await Promise.all(
      links.map(({ token }) => chooseCustomerPassword({ token, newPassword: PASSWORD })),
    );
    expect(outcomes.some(({ ok }) => ok)).toBe(true);
    expect(await customersOf(email)).toHaveLength(1);
  });
});

describe('a session', () => {
  test('opens nothing of the staff, and ends at sign-out', async () => {
    const { token } = await signUp();
    expect(await findStaffSession(token)).toBeNull();
    await signOutCustomer(token);
    expect(await findCustomerSession(token)).toBeNull();
  });

  test('ends everywhere with the password, at once', async () => {
    const { session, token } = await signUp();
    const wrong = { currentPassword: NEXT, newPassword: NEXT };
    expect(await changeCustomerPassword(session.customer.id, wrong)).toMatchObject({
      reason: 'wrong-password',
    });
    const right = { currentPassword: PASSWORD, newPassword: NEXT };
    const changed = await changeCustomerPassword(session.customer.id, right);
    expect(changed.ok && (await findCustomerSession(changed.value.token))).toMatchObject({
      customer: { email },
    });
    expect(await findCustomerSession(token)).toBeNull();
    expect(await signInCustomer({ email, password: PASSWORD })).toMatchObject({ ok: false });
    await endCustomerSessions(session.customer.id);
    expect(changed.ok && (await findCustomerSession(changed.value.token))).toBeNull();
  });

  test('is not begun by a wrong password, for nobody, or before the mailbox is proven', async () => {
    const refused = { ok: false, reason: 'wrong-credentials' };
    const { session } = await signUp();
    expect(await signInCustomer({ email, password: NEXT })).toEqual(refused);
    expect(await signInCustomer({ email: `x${email}`, password: PASSWORD })).toEqual(refused);
    await query('test_unverify', 'update customers set email_verified_at = null where id = $1::uuid', [
      toUuid(session.customer.id),
    ]);
    expect(await signInCustomer({ email, password: PASSWORD })).toEqual(refused);
  });
});

describe('a link for a new password', () => {
  test('is sent to customers alone, and works once', async () => {
    await requestCustomerPasswordReset({ email });
    expect(await linksOf(email)).toEqual([]);
    const { token: session } = await signUp();
    await requestCustomerPasswordReset({ email: email.toLowerCase() });
    const { name, token } = await lastLink();
    expect(name).toBe('customers/password-reset.requested');
    expect(await chooseCustomerPassword({ token, newPassword: NEXT })).toMatchObject({ ok: true });
    expect(await chooseCustomerPassword({ token, newPassword: PASSWORD })).toEqual({
      ok: false,
      reason: 'password-link-invalid',
    });
    expect(await findCustomerSession(session)).toBeNull();
    expect(await signInCustomer({ email, password: NEXT })).toMatchObject({ ok: true });
  });

  test('opens nothing for somebody who was disabled', async () => {
    const { session } = await signUp();
    await requestCustomerPasswordReset({ email });
    const { token } = await lastLink();
    await query('test_disable', 'update customers set disabled_at = now() where id = $1::uuid', [
      toUuid(session.customer.id),
    ]);
    expect(await chooseCustomerPassword({ token, newPassword: NEXT })).toMatchObject({ ok: false });
    expect(await signInCustomer({ email, password: PASSWORD })).toMatchObject({ ok: false });
    // Nor did it change anything: enabled again, they have the password that they had.
    await query('test_enable', 'update customers set disabled_at = null where id = $1::uuid', [
      toUuid(session.customer.id),
    ]);
    expect(await signInCustomer({ email, password: PASSWORD })).toMatchObject({ ok: true });
  });
});
