import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { closeRedis } from '@/lib/platform/redis/client';
import { cancelEmailChange } from './cancel-email-change';
import { chooseCustomerPassword } from './choose-password';
import { confirmEmailChange } from './confirm-email-change';
import { findCustomerLinkMail, findEmailChangedMail } from './find-link-mail';
import { findProfile } from './find-profile';
import { findCustomerSession } from './find-session';
import { requestEmailChange } from './request-email-change';
import { requestCustomerPasswordReset, requestSignInLink } from './request-link';
import { signInCustomer } from './sign-in';
import { signInByLink } from './sign-in-by-link';
import { lastLink, linksOf, newAddress, PASSWORD, signUp } from './testing/customers';

afterAll(async () => {
  await closeDatabase();
  await closeRedis();
});

const NEXT = 'another horse entirely';
const invalid = { ok: false, reason: 'link-invalid' };

let email: string;
beforeEach(() => {
  email = newAddress();
});

const tokensOf = async (address: string) => (await linksOf(address)).map(({ token }) => token);

describe('a link that signs in', () => {
  test('goes to customers alone, and to a page that asks before it does anything', async () => {
    await requestSignInLink({ email });
    expect(await linksOf(email)).toEqual([]);
    await signUp(email);
    await requestSignInLink({ email: email.toUpperCase(), market: 'fr-fr' });
    const { name, link } = await lastLink(email);
    expect(name).toBe('customers/sign-in-link.requested');
    expect(await findCustomerLinkMail(link)).toMatchObject({
      purpose: 'sign-in',
      to: email,
      url: expect.stringMatching(/\/fr-fr\/account\/sign-in#link_/),
    });
  });

  test('signs in once, and leaves other sessions and the password alone', async () => {
    const before = await signUp(email);
    await requestSignInLink({ email });
    const { token } = await lastLink(email);
    const entered = await signInByLink(token);
    expect(entered).toMatchObject({ ok: true, value: { session: { customer: { id: before.id } } } });
    expect(entered.ok && (await findCustomerSession(entered.value.token))).not.toBeNull();
    expect(await findCustomerSession(before.token)).not.toBeNull();
    expect(await signInByLink(token)).toEqual(invalid);
    expect(await signInCustomer({ email, password: PASSWORD })).toMatchObject({ ok: true });
  });

  test('works for one of many who press at once, and closes the others that were sent', async () => {
    await signUp(email);
    for (let count = 0; count < 3; count += 1) await requestSignInLink({ email });
    const tokens = (await tokensOf(email)).slice(-3);
    const outcomes = await Promise.all([...tokens, ...tokens, ...tokens].map((token) => signInByLink(token)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('proves the address of somebody who had not yet', async () => {
    const { id } = await signUp(email);
    await query('test_unverify', 'update customers set email_verified_at = null where id = $1::uuid', [
      toUuid(id),
    ]);
    expect(await signInCustomer({ email, password: PASSWORD })).toMatchObject({ ok: false });
    await requestSignInLink({ email });
    expect(await signInByLink((await lastLink(email)).token)).toMatchObject({ ok: true });
    expect((await findProfile(id))?.emailVerifiedAt).not.toBeNull();
  });

  test('opens nothing else, and no other link signs in', async () => {
    await signUp(email);
    await requestSignInLink({ email });
    const signIn = (await lastLink(email)).token;
    expect(await chooseCustomerPassword({ token: signIn, newPassword: NEXT })).toMatchObject({ ok: false });
    await requestCustomerPasswordReset({ email });
    expect(await signInByLink((await lastLink(email)).token)).toEqual(invalid);
    expect(await signInByLink(signIn)).toMatchObject({ ok: true });
    for (const token of ['', 'nonsense', `${newId('link')}.x`])
      expect(await signInByLink(token)).toEqual(invalid);
  });

  test('is over after its time, with a new password, and for somebody who was disabled', async () => {
    const { id } = await signUp(email);
    const fresh = async () => {
      await requestSignInLink({ email });
      return lastLink(email);
    };
    const old = await fresh();
    await query(
      'test_age',
      "update customer_password_links set expires_at = now() - interval '1 s' where id = $1::uuid",
      [toUuid(old.link)],
    );
    expect(await signInByLink(old.token)).toEqual(invalid);
    const { token } = await fresh();
    await requestCustomerPasswordReset({ email });
    await chooseCustomerPassword({ token: (await lastLink(email)).token, newPassword: NEXT });
    expect(await signInByLink(token)).toEqual(invalid);
    const last = await fresh();
    await query('test_disable', 'update customers set disabled_at = now() where id = $1::uuid', [toUuid(id)]);
    expect(await signInByLink(last.token)).toEqual(invalid);
  });
});

describe('another address', () => {
  const wish = async (id: Awaited<ReturnType<typeof signUp>>['id'], to: string) => {
    const asked = await requestEmailChange(id, { email: to, password: PASSWORD });
    if (!asked.ok) throw new Error(asked.reason);
    return lastLink(to);
  };

  test('counts once its mailbox is proven; the one before is told, and every session ends but the new one', async () => {
    const { id, token: before } = await signUp(email);
    const next = newAddress();
    const { link, token, name } = await wish(id, next);
    expect(name).toBe('customers/email-change.requested');
    expect(await findCustomerLinkMail(link)).toMatchObject({
      purpose: 'change-email',
      to: next,
      isKnown: false,
    });
    expect(await findProfile(id)).toMatchObject({ email, pendingEmail: next });
    expect(await signInCustomer({ email, password: PASSWORD })).toMatchObject({ ok: true });

    const changed = await confirmEmailChange(id, token);
    expect(changed).toMatchObject({ ok: true, value: { session: { customer: { id, email: next } } } });
    expect(await findProfile(id)).toMatchObject({ email: next, pendingEmail: null });
    expect(await findCustomerSession(before)).toBeNull();
    expect(await signInCustomer({ email, password: PASSWORD })).toMatchObject({ ok: false });
    expect(await signInCustomer({ email: next, password: PASSWORD })).toMatchObject({ ok: true });
    const { name: told, link: about } = (await linksOf(next)).at(-1) ?? {};
    expect([told, about]).toEqual(['customers/email.changed', link]);
    const mail = await findEmailChangedMail(link);
    expect(mail?.to).toBe(email);
    expect(mail?.newEmail).not.toContain(next);
  });

  test('needs the password, and to be another one', async () => {
    const { id } = await signUp(email);
    expect(await requestEmailChange(id, { email: newAddress(), password: NEXT })).toMatchObject({
      reason: 'wrong-password',
    });
    expect(await requestEmailChange(id, { email: email.toLowerCase(), password: PASSWORD })).toMatchObject({
      reason: 'same-email',
    });
    expect(await findProfile(id)).toMatchObject({ pendingEmail: null });
  });

  test('is proven by the customer alone who asked for it', async () => {
    const { id } = await signUp(email);
    const { token } = await wish(id, newAddress());
    const stranger = await signUp();
    expect(await confirmEmailChange(stranger.id, token)).toEqual(invalid);
    expect(await confirmEmailChange(id, token)).toMatchObject({ ok: true });
  });

  test('is the last one that was asked for, and none once that was cancelled or the password is another', async () => {
    const { id } = await signUp(email);
    const [first, second] = [await wish(id, newAddress()), await wish(id, newAddress())];
    expect(await confirmEmailChange(id, first.token)).toEqual(invalid);
    await cancelEmailChange(id);
    expect(await confirmEmailChange(id, second.token)).toEqual(invalid);
    const third = await wish(id, newAddress());
    await requestCustomerPasswordReset({ email });
    await chooseCustomerPassword({ token: (await lastLink(email)).token, newPassword: NEXT });
    expect(await confirmEmailChange(id, third.token)).toEqual(invalid);
    expect(await findProfile(id)).toMatchObject({ email, pendingEmail: null });
  });

  test('of two who want the same one goes to one of them', async () => {
    const [one, two] = [await signUp(email), await signUp()];
    const next = newAddress();
    const first = await wish(one.id, next);
    const second = await wish(two.id, next);
    const outcomes = await Promise.all([
      confirmEmailChange(one.id, first.token),
      confirmEmailChange(two.id, second.token),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'email-taken' });
  });

  test('that has an account already is told so by mail, and cannot be taken', async () => {
    const { id } = await signUp(email);
    const { email: taken } = await signUp();
    const { link, token } = await wish(id, taken);
    expect(await findCustomerLinkMail(link)).toMatchObject({ isKnown: true, to: taken });
    expect(await confirmEmailChange(id, token)).toEqual({ ok: false, reason: 'email-taken' });
  });

  test('used twice at once changes once', async () => {
    const { id } = await signUp(email);
    const { token } = await wish(id, newAddress());
    const outcomes = await Promise.all([1, 2, 3].map(() => confirmEmailChange(id, token)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
