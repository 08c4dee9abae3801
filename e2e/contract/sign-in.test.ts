import { describe, expect, test } from 'vitest';
import { buyer, checkout } from '@/e2e/support/buyer';
import { call, invalid, read, refused } from '@/e2e/support/client';
import { databaseKnown, queryDatabase } from '@/e2e/support/database';
import { freshEmail } from '@/e2e/support/fresh';
import {
  cookieOf,
  mailedLink,
  makeCustomer,
  makeMember,
  ownerCredentials,
  PASSWORD,
  signIn,
} from '@/e2e/support/people';
import { first } from '@/e2e/support/pick';
import { makeProduct } from '@/e2e/support/product';
import { orderShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';
import { eventually } from '@/e2e/support/wait';

const LIST = '/api/admin/products?limit=1';
const origin = new URL(shop.url).origin;
const withCookie = (cookie: string, more: Record<string, string> = {}) => ({ headers: { cookie, ...more } });
const status = async (cookie: string, path = LIST, at = shop.url) =>
  (await call('GET', path, { ...withCookie(cookie), at })).status;
const session = (cookie: string) => call('GET', '/api/auth/staff/session', withCookie(cookie));

test.runIf(shop.stackDir !== '')('the owner whom npm start prints signs in and runs the shop', async () => {
  const owner = ownerCredentials();
  if (owner === null) throw new Error('no owner');
  const { answer, cookie } = await signIn('staff', { ...owner, email: owner.email.toUpperCase() });
  expect(answer.status, answer.text).toBe(200);
  expect(answer.body).toMatchObject({ member: { email: owner.email, role: 'owner' } });
  expect(await status(cookie)).toBe(200);
  expect(await status(cookie, '/api/admin/api-keys')).toBe(200);
  expect((await session(cookie)).body).toMatchObject({ member: { role: 'owner' } });
});

describe.runIf(databaseKnown)('a session of the staff', () => {
  test('is a cookie that no script reads and no other site sends along', async () => {
    const { answer } = await signIn('staff', await makeMember('manager'));
    const set = answer.headers.getSetCookie();
    expect(set).toHaveLength(1);
    expect(set[0]).toMatch(/; HttpOnly/);
    expect(set[0]).toMatch(/; SameSite=Lax/);
    expect(set[0]).toMatch(/; Path=\//);
    expect(set[0]).not.toMatch(/; Domain=/i);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.text).not.toContain(cookieOf(answer).split('=')[1]);
  });

  test('opens what its role opens, on every instance', async () => {
    const { cookie } = await signIn('staff', await makeMember('support'));
    for (const at of [shop.url, ...shop.peers]) {
      expect(await status(cookie, '/api/admin/orders?limit=1', at)).toBe(200);
      refused(await call('GET', LIST, { ...withCookie(cookie), at }), 403, 'forbidden');
    }
  });

  test('is new at each sign-in, and the one that was there before is over', async () => {
    const member = await makeMember('manager');
    const before = await signIn('staff', member);
    const planted = await signIn('staff', member, { cookie: before.cookie });
    expect(planted.cookie).not.toBe(before.cookie);
    expect(await status(planted.cookie)).toBe(200);
    refused(await call('GET', LIST, withCookie(before.cookie)), 401, 'unauthenticated');
  });

  test('is over once signed out, and signing out twice is no fault', async () => {
    const { cookie } = await signIn('staff', await makeMember('manager'));
    const out = await call('POST', '/api/auth/staff/sign-out', withCookie(cookie));
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toMatch(/=; Path=\/; Max-Age=0/);
    refused(await call('GET', LIST, withCookie(cookie)), 401, 'unauthenticated');
    refused(await session(cookie), 401, 'unauthenticated');
    expect((await call('POST', '/api/auth/staff/sign-out', withCookie(cookie))).status).toBe(204);
  });

  test.each([
    ['disabled', 'disabled_at = now()', 401],
    ['given another role', "role = 'viewer'", 401],
  ])('is over within 5 seconds on every instance when its member is %s', async (_, change, expected) => {
    const member = await makeMember('manager');
    const { cookie } = await signIn('staff', member);
    const instances = [shop.url, ...shop.peers];
    for (const at of instances) expect(await status(cookie, LIST, at)).toBe(200);
    await queryDatabase(`update staff set ${change} where id = $1::uuid`, [member.id]);
    await eventually('the session is over', 5_000, async () => {
      const all = await Promise.all(instances.map((at) => status(cookie, LIST, at)));
      return all.every((one) => one === expected) ? true : undefined;
    });
  });

  test('may not write from another site, and may read', async () => {
    const { cookie } = await signIn('staff', await makeMember('manager'));
    const product = await makeProduct({ stock: 3 });
    const path = `/api/admin/variants/${first(product.variants).id}/stock`;
    const write = (headers: Record<string, string>) =>
      call('POST', path, { json: { delta: 1, reason: 'counted' }, ...withCookie(cookie, headers) });
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin },
    ]) {
      refused(await write(headers), 403, 'cross-origin');
    }
    expect((await write({ origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await write({})).status).toBe(200);
    const reading = await call('GET', LIST, withCookie(cookie, { 'sec-fetch-site': 'cross-site' }));
    expect(reading.status).toBe(200);
    for (const route of ['sign-in', 'sign-out', 'password', 'password-reset']) {
      const json = {
        email: freshEmail(),
        password: PASSWORD,
        currentPassword: PASSWORD,
        newPassword: PASSWORD,
      };
      const headers = { origin: 'https://evil.example', cookie };
      refused(await call('POST', `/api/auth/staff/${route}`, { json, headers }), 403, 'cross-origin');
    }
    expect(await status(cookie)).toBe(200);
  });

  test('cannot be made up', async () => {
    const { cookie } = await signIn('staff', await makeMember('owner'));
    const [name = '', token = ''] = cookie.split('=');
    const [person = '', secret = '', signature = ''] = token.split('.');
    const forged = [
      '',
      'nonsense',
      `${person}.${secret}`,
      `${person}.${secret}.${signature.slice(1)}`,
      `${person}.${secret.slice(1)}x.${signature}`,
      `staff_${'0'.repeat(32)}.${secret}.${signature}`,
      token.replace('staff_', 'cust_'),
      encodeURIComponent(`${token}\u0000`),
    ];
    for (const value of forged)
      refused(await call('GET', LIST, withCookie(`${name}=${value}`)), 401, 'unauthenticated');
    // As a credential of another kind it is none.
    refused(await call('GET', LIST, { as: token }), 401, 'unauthenticated');
    refused(await call('GET', '/api/account', withCookie(`doorbuster-customer=${token}`)), 401);
  });

  test('ends everywhere when the password changes, but where it was changed', async () => {
    const member = await makeMember('manager');
    const [here, there] = [await signIn('staff', member), await signIn('staff', member)];
    const change = (json: object) =>
      call('POST', '/api/auth/staff/password', { json, ...withCookie(here.cookie) });
    invalid(
      await change({ currentPassword: 'wrong horse battery', newPassword: PASSWORD }),
      'currentPassword',
    );
    invalid(await change({ currentPassword: PASSWORD, newPassword: 'elevenchars' }), 'newPassword');
    invalid(await change({ currentPassword: PASSWORD, newPassword: 'x'.repeat(257) }), 'newPassword');
    const changed = await change({ currentPassword: PASSWORD, newPassword: 'another horse entirely' });
    expect(changed.status, changed.text).toBe(200);
    expect(await status(cookieOf(changed))).toBe(200);
    for (const { cookie } of [here, there]) expect(await status(cookie)).toBe(401);
    refused((await signIn('staff', member)).answer, 401, 'wrong-credentials');
  });
});

describe.runIf(databaseKnown)('nobody learns who works or buys here', () => {
  test.each(['staff', 'customer'] as const)(
    'signing in as %s answers unknown and wrong alike',
    async (world) => {
      const { email } = await makeMember('viewer');
      const answers = await Promise.all(
        [email, freshEmail(), 'no address at all', `${'x'.repeat(240)}@e.example`].map(
          async (of) => (await signIn(world, { email: of, password: 'wrong horse battery' })).answer,
        ),
      );
      for (const answer of answers) refused(answer, 401, 'wrong-credentials');
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
    },
  );

  test('asking for a link answers everybody alike', async () => {
    const { email } = await makeMember('viewer');
    for (const path of ['staff/password-reset', 'customer/password-reset', 'customer/sign-up']) {
      for (const of of [email, freshEmail()]) {
        const answer = await call('POST', `/api/auth/${path}`, { json: { email: of } });
        expect([answer.status, answer.text]).toEqual([202, '']);
      }
    }
  });

  test('a body that is none is refused before anything is hashed', async () => {
    for (const json of [
      {},
      { email: 'a@b.example' },
      { email: 7, password: [] },
      { email: '', password: '' },
    ])
      invalid(await call('POST', '/api/auth/staff/sign-in', { json }));
    const long = { email: freshEmail(), password: 'x'.repeat(257) };
    invalid(await call('POST', '/api/auth/staff/sign-in', { json: long }), 'password');
    const raw = `{"email":"${'x'.repeat(70_000)}"}`;
    const headers = { 'content-type': 'application/json' };
    refused(await call('POST', '/api/auth/staff/sign-in', { raw, headers }), 413, 'body-too-large');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const asForm = { raw: 'email=a&password=b', headers: form };
    refused(await call('POST', '/api/auth/staff/sign-in', asForm), 415, 'unsupported-media-type');
    const wrongMethod = await call('GET', '/api/auth/staff/sign-in');
    refused(wrongMethod, 405, 'method-not-allowed');
    expect(wrongMethod.headers.get('allow')).toContain('POST');
    refused(await call('GET', '/api/auth/nothing'), 404, 'not-found');
  });
});

describe.runIf(databaseKnown)('a forgotten password', () => {
  test('is replaced by the link in the mail, once, and every session ends', async () => {
    const member = await makeMember('manager');
    const { cookie } = await signIn('staff', member);
    await call('POST', '/api/auth/staff/password-reset', { json: { email: member.email.toUpperCase() } });
    const link = await mailedLink(member.email);
    expect(link.pathname).toBe('/dashboard/choose-password');
    expect(link.search).toBe('');
    const json = { token: link.hash.slice(1), newPassword: 'another horse entirely' };
    const choose = (body: object) => call('POST', '/api/auth/staff/password-reset/confirm', { json: body });
    invalid(await choose({ ...json, newPassword: 'short' }), 'newPassword');
    refused(await choose({ ...json, token: `${json.token}x` }), 404, 'password-link-invalid');
    const outcomes = await Promise.all([choose(json), choose(json), choose(json)]);
    expect(outcomes.map((answer) => answer.status).toSorted()).toEqual([204, 404, 404]);
    expect(await status(cookie)).toBe(401);
    refused((await signIn('staff', member)).answer, 401, 'wrong-credentials');
    expect((await signIn('staff', { ...member, password: json.newPassword })).answer.status).toBe(200);
  });
});

describe.runIf(databaseKnown)('a customer', () => {
  test('signs up by mail, signs in and out, and never reaches the dashboard’s calls', async () => {
    const { email, password, cookie } = await makeCustomer();
    expect((await call('GET', '/api/account', withCookie(cookie))).body).toMatchObject({
      customer: { email },
    });
    for (const path of [LIST, '/api/admin/orders', '/api/admin/api-keys', '/api/auth/staff/session'])
      refused(await call('GET', path, withCookie(cookie)), 401, 'unauthenticated');
    const asStaff = cookie.replace('doorbuster-customer', 'doorbuster-staff');
    refused(await call('GET', LIST, withCookie(asStaff)), 401, 'unauthenticated');
    const json = { delta: 1, reason: 'mine' };
    refused(await call('POST', '/api/admin/variants/var_1/stock', { json, ...withCookie(cookie) }), 401);
    const again = await signIn('customer', { email: email.toUpperCase(), password });
    expect(again.answer.status).toBe(200);
    expect((await call('POST', '/api/auth/customer/sign-out', withCookie(again.cookie))).status).toBe(204);
    refused(await call('GET', '/api/account', withCookie(again.cookie)), 401, 'unauthenticated');
    expect(await status(cookie, '/api/account')).toBe(200);
  });

  test('sees the orders placed with the address, before and after there was an account, and no others', async () => {
    const who = buyer();
    const { id } = first((await makeProduct({ stock: 9 })).variants);
    const order = async (email: string) =>
      read(await checkout({ lines: [{ variantId: id, quantity: 1 }], email }), 201, orderShape);
    const before = await order(who.email.toUpperCase());
    await order(`x${who.email}`);
    const { cookie } = await makeCustomer(who.email);
    const after = await order(who.email);
    const list = (query = '') => call('GET', `/api/account/orders${query}`, withCookie(cookie));
    const page = (await list()).body as { items: { id: string; token: string }[]; nextCursor: unknown };
    expect(page.items.map((order) => order.id)).toEqual([after.id, before.id]);
    expect(page.items[0]?.token).toBe(after.token);
    expect(page.nextCursor).toBeNull();
    const one = (await list('?limit=1')).body as { items: { id: string }[]; nextCursor: string };
    const two = (await list(`?limit=1&cursor=${one.nextCursor}`)).body as typeof page;
    expect([one.items[0]?.id, two.items[0]?.id, two.nextCursor]).toEqual([after.id, before.id, null]);
    invalid(await list('?cursor=nonsense'), 'cursor');
    refused(await call('GET', '/api/account/orders'), 401, 'unauthenticated');
  });
});
