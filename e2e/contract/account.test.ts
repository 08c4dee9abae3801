import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkout, pay } from '@/e2e/support/buyer';
import { type CallOptions, call, callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { inLanes } from '@/e2e/support/crowd';
import { databaseKnown, queryDatabase } from '@/e2e/support/database';
import { freshEmail, freshKey } from '@/e2e/support/fresh';
import { mailTo } from '@/e2e/support/mails';
import { cookieOf, mailedLink, PASSWORD, putCustomer, signIn } from '@/e2e/support/people';
import { makeVariant } from '@/e2e/support/product';
import { orderShape } from '@/e2e/support/shapes';
import { eventually } from '@/e2e/support/wait';

const ADDRESS = {
  name: 'Bo Buyer',
  line1: '1 Main St',
  city: 'Springfield',
  region: 'IL',
  postalCode: '12345',
  country: 'US',
};
const addressShape = z.strictObject({
  id: z.string().regex(/^addr_[0-9a-f]{32}$/),
  name: z.string(),
  line1: z.string(),
  line2: z.string().optional(),
  city: z.string(),
  region: z.string().optional(),
  postalCode: z.string(),
  country: z.string(),
  isDefault: z.boolean(),
});
const listShape = z.strictObject({ items: z.array(addressShape), nextCursor: z.null() });
const profileShape = z.strictObject({
  email: z.string(),
  name: z.string().nullable(),
  emailVerifiedAt: z.string().nullable(),
  pendingEmail: z.string().nullable(),
  formerEmails: z.array(z.strictObject({ email: z.string(), until: z.string() })),
  createdAt: z.string(),
});
const EVERY = [
  ['GET', '/api/account'],
  ['GET', '/api/account/profile'],
  ['PATCH', '/api/account/profile'],
  ['POST', '/api/account/email'],
  ['DELETE', '/api/account/email'],
  ['POST', '/api/account/email/confirm'],
  ['GET', '/api/account/orders'],
  ['GET', `/api/account/orders/ord_${'0'.repeat(32)}`],
  ['GET', '/api/account/addresses'],
  ['POST', '/api/account/addresses'],
  ['PUT', `/api/account/addresses/addr_${'0'.repeat(32)}`],
  ['DELETE', `/api/account/addresses/addr_${'0'.repeat(32)}`],
  ['GET', '/api/account/data'],
  ['POST', '/api/account/erase-link'],
  ['POST', '/api/account/erase'],
] as const;

/** A call by whoever has the cookie. */
function as(cookie: string) {
  return (method: string, path: string, { headers, ...options }: CallOptions = {}) =>
    call(method, `/api/account${path}`, { ...options, headers: { cookie, ...headers } });
}

const order = async (email: string, variantId: string, cookie?: string) => {
  const headers = cookie === undefined ? {} : { headers: { cookie } };
  const lines = [{ variantId, quantity: 1 }];
  return read(
    await checkout(
      { lines, email },
      { key: freshKey(), json: { lines, email, shippingAddress: ADDRESS }, ...headers },
    ),
    201,
    orderShape,
  );
};

test('everything of an account asks who it is, and takes no write from another site', async () => {
  for (const [method, path] of EVERY) {
    const json = method === 'GET' || method === 'DELETE' ? {} : { json: {} };
    refused(await call(method, path, json), 401, 'unauthenticated');
    if (method === 'GET') continue;
    const headers = { 'sec-fetch-site': 'cross-site' };
    refused(await call(method, path, { ...json, headers }), 403, 'cross-origin');
  }
});

describe.runIf(databaseKnown)('a link that signs in', () => {
  const ask = (email: string) => call('POST', '/api/auth/customer/sign-in-link', { json: { email } });
  const use = (token: string, headers = {}) =>
    call('POST', '/api/auth/customer/sign-in-link/confirm', { json: { token }, headers });

  test('is answered alike whether there is an account or not', async () => {
    const { email } = await putCustomer();
    for (const of of [email, freshEmail()]) {
      const answer = await ask(of);
      expect([answer.status, answer.text]).toEqual([202, '']);
    }
    const headers = { origin: 'https://evil.example' };
    refused(
      await call('POST', '/api/auth/customer/sign-in-link', { json: { email }, headers }),
      403,
      'cross-origin',
    );
    refused(await use('x', headers), 403, 'cross-origin');
  });

  test('signs in once, ends the session that the browser brought, and has its token behind the #', async () => {
    const { email, cookie } = await putCustomer();
    await ask(email.toUpperCase());
    const link = await mailedLink(email, '/account/sign-in');
    expect([link.search, link.hash.length > 40]).toEqual(['', true]);
    const token = link.hash.slice(1);
    refused(await use(`${token}x`), 404, 'link-invalid');
    refused(await use(token.replace('link_0', 'link_1')), 404, 'link-invalid');
    invalid(await call('POST', '/api/auth/customer/sign-in-link/confirm', { json: {} }), 'token');
    const answers = await Promise.all([
      use(token, { cookie }),
      use(token, { cookie }),
      use(token, { cookie }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404]);
    const signedIn = cookieOf(answers.find(({ status }) => status === 200) ?? answers[0]);
    expect((await as(signedIn)('GET', '')).body).toMatchObject({ customer: { email } });
    refused(await as(cookie)('GET', ''), 401, 'unauthenticated');
    const choose = { token, newPassword: 'another horse entirely' };
    refused(await call('POST', '/api/auth/customer/password-reset/confirm', { json: choose }), 404);
  });
});

describe.runIf(databaseKnown)('an account', () => {
  test('knows its customer by the name they give', async () => {
    const { email, cookie } = await putCustomer();
    const own = as(cookie);
    const seen = read(await own('GET', '/profile'), 200, profileShape);
    expect(seen).toMatchObject({ email, name: 'Bo Buyer', pendingEmail: null });
    expect(seen.emailVerifiedAt).not.toBeNull();
    const change = (json: unknown) => own('PATCH', '/profile', { json });
    expect(read(await change({ name: '  Ada ' }), 200, profileShape).name).toBe('Ada');
    expect(read(await change({}), 200, profileShape).name).toBe('Ada');
    expect(read(await change({ name: '' }), 200, profileShape).name).toBeNull();
    invalid(await change({ name: 'x'.repeat(101) }), 'name');
  });

  test('gets another address by its mailbox, and the one before is told', async () => {
    const { email, cookie } = await putCustomer();
    const own = as(cookie);
    const before = await order(email, await makeVariant({ stock: 5 }));
    const next = freshEmail();
    const ask = (json: object) =>
      own('POST', '/email', { json: { email: next, password: PASSWORD, ...json } });
    invalid(await ask({ password: 'wrong horse battery' }), 'password');
    invalid(await ask({ email: email.toUpperCase() }), 'email');
    invalid(await ask({ email: 'nothing' }), 'email');
    expect((await ask({})).status).toBe(202);
    expect(read(await own('GET', '/profile'), 200, profileShape)).toMatchObject({
      email,
      pendingEmail: next,
    });

    const token = (await mailedLink(next, '/account/confirm-email')).hash.slice(1);
    const stranger = as((await putCustomer()).cookie);
    refused(await stranger('POST', '/email/confirm', { json: { token } }), 404, 'link-invalid');
    const confirmed = await own('POST', '/email/confirm', { json: { token } });
    expect(confirmed.body).toMatchObject({ customer: { email: next } });
    refused(await own('GET', ''), 401, 'unauthenticated');
    const now = as(cookieOf(confirmed));
    expect(read(await now('GET', `/orders/${before.id}`), 200, orderShape).token).toBe(before.token);
    const told = await mailTo(email, /another address/);
    expect(told.text).not.toContain(next);
    refused((await signIn('customer', { email, password: PASSWORD })).answer, 401, 'wrong-credentials');
    expect((await signIn('customer', { email: next, password: PASSWORD })).answer.status).toBe(200);
    // Who takes the mailbox over later sees none of it.
    const heir = as((await putCustomer(email)).cookie);
    expect((await heir('GET', '/orders')).body).toEqual({ items: [], nextCursor: null });
    refused(await heir('GET', `/orders/${before.id}`), 404, 'order-not-found');
  });

  test('never takes an address that has one, and tells only its mailbox', async () => {
    const [one, two] = [await putCustomer(), await putCustomer()];
    const own = as(one.cookie);
    const asked = await own('POST', '/email', { json: { email: two.email, password: PASSWORD } });
    expect([asked.status, asked.text]).toEqual([202, '']);
    expect((await mailTo(two.email, /has an account/)).text).not.toContain('#link_');
    expect((await own('DELETE', '/email')).status).toBe(204);
    expect(read(await own('GET', '/profile'), 200, profileShape).pendingEmail).toBeNull();
  });
});

describe.runIf(databaseKnown)('one’s own order', () => {
  test('is seen without its token, and by nobody else', async () => {
    const [me, other] = [await putCustomer(), await putCustomer()];
    const variantId = await makeVariant({ stock: 9 });
    const mine = await order(me.email.toUpperCase(), variantId);
    const gift = await order(other.email, variantId, me.cookie);
    for (const { id, token } of [mine, gift]) {
      expect(read(await as(me.cookie)('GET', `/orders/${id}`), 200, orderShape).token).toBe(token);
      refused(await as(other.cookie)('GET', `/orders/${id}`), 404, 'order-not-found');
    }
    refused(await as(me.cookie)('GET', '/orders/nonsense'), 404, 'order-not-found');
    const listed = (await as(other.cookie)('GET', '/orders')).body as { items: unknown[] };
    expect(listed.items).toEqual([]);
  });
});

describe.runIf(databaseKnown)('saved addresses', () => {
  test('are added once for a key, changed, made the default and removed', async () => {
    const own = as((await putCustomer()).cookie);
    const list = async () => read(await own('GET', '/addresses'), 200, listShape).items;
    expect(await list()).toEqual([]);
    const key = freshKey();
    const added = await own('POST', '/addresses', { json: ADDRESS, key });
    const home = read(added, 201, addressShape);
    expect(home).toEqual({ ...ADDRESS, id: home.id, isDefault: true });
    const again = await own('POST', '/addresses', { json: ADDRESS, key });
    expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([
      201,
      added.text,
      'true',
    ]);
    refused(
      await own('POST', '/addresses', { json: { ...ADDRESS, city: 'Elsewhere' }, key }),
      422,
      'idempotency-key-reused',
    );

    const work = read(
      await own('POST', '/addresses', { json: { ...ADDRESS, line1: 'Work', isDefault: true } }),
      201,
      addressShape,
    );
    expect((await list()).map(({ id, isDefault }) => [id, isDefault])).toEqual([
      [work.id, true],
      [home.id, false],
    ]);
    const changed = await own('PUT', `/addresses/${home.id}`, {
      json: { ...ADDRESS, line2: 'Floor 2', country: 'fr' },
    });
    expect(read(changed, 200, addressShape)).toMatchObject({
      line2: 'Floor 2',
      country: 'FR',
      isDefault: false,
    });
    for (const [path, fault] of [
      ['country', { country: 'XX' }],
      ['line1', { line1: ' ' }],
      ['name', { name: 'x'.repeat(201) }],
    ] as const)
      invalid(await own('PUT', `/addresses/${home.id}`, { json: { ...ADDRESS, ...fault } }), path);
    expect((await own('DELETE', `/addresses/${work.id}`)).status).toBe(204);
    refused(await own('DELETE', `/addresses/${work.id}`), 404, 'address-not-found');
    expect((await list()).map(({ id, isDefault }) => [id, isDefault])).toEqual([[home.id, true]]);
    const stranger = as((await putCustomer()).cookie);
    refused(await stranger('PUT', `/addresses/${home.id}`, { json: ADDRESS }), 404, 'address-not-found');
    refused(await stranger('DELETE', `/addresses/${home.id}`), 404, 'address-not-found');
  });

  test('are ten at most', async () => {
    const own = as((await putCustomer()).cookie);
    const add = () => own('POST', '/addresses', { json: ADDRESS });
    await inLanes(10, 2, async () => {
      expect((await add()).status).toBe(201);
    });
    refused(await add(), 409, 'too-many-addresses');
  });
});

describe.runIf(databaseKnown)('one’s own data', () => {
  test('is one document of everything, and its download is in the audit log', async () => {
    const { email, cookie } = await putCustomer();
    const own = as(cookie);
    const placed = await order(email, await makeVariant({ stock: 5 }));
    await pay(placed, 'test_ok');
    await call('POST', '/api/auth/customer/sign-in-link', { json: { email } });
    await mailTo(email, /is confirmed/);
    await mailTo(email, /link to sign in/);
    await own('POST', '/addresses', { json: ADDRESS });
    await order(freshEmail(), await makeVariant({ stock: 5 }));
    const file = await eventually('the mail is noted as sent', 10_000, async () => {
      const answer = await own('GET', '/data');
      const { orders, mails } = answer.body as {
        orders: { mails: { sentAt: unknown }[] }[];
        mails: { sentAt: unknown }[];
      };
      return [orders[0]?.mails[0]?.sentAt, mails[0]?.sentAt].every(Boolean) ? answer : undefined;
    });
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
    expect(file.headers.get('cache-control')).toBe('no-store');
    const data = JSON.parse(file.text);
    expect(data).toMatchObject({
      account: { email },
      addresses: [ADDRESS],
      orders: [
        {
          id: placed.id,
          status: 'paid',
          mails: [{ to: email, subject: expect.stringContaining('is confirmed') }],
        },
      ],
      mails: [{ kind: 'customer-sign-in', to: email }],
    });
    // What mails open stays in mails.
    expect(file.text).not.toMatch(/#link_[0-9a-f]/);
    expect(file.text).not.toContain(placed.token);
    const [row] = await queryDatabase('select actor from audit_log where action = $1 and subject = $2', [
      'customer.exported',
      data.account.customerId,
    ]);
    expect(row?.actor).toBe(data.account.customerId);
  });

  test('is erased by whoever shows that it is them, once no order is under way; the books stay', async () => {
    const { email, cookie } = await putCustomer();
    const own = as(cookie);
    const erase = (json: object) => own('POST', '/erase', { json });
    const placed = await order(email, await makeVariant({ stock: 5 }));
    await pay(placed, 'test_ok');
    invalid(await erase({}));
    invalid(await erase({ password: 'wrong horse battery' }), 'password');
    refused(await erase({ token: 'nonsense' }), 404, 'link-invalid');
    const open = await erase({ password: PASSWORD });
    refused(open, 409, 'orders-open');
    expect(open.body).toMatchObject({ orders: [{ id: placed.id, number: placed.number, status: 'paid' }] });
    expect((await own('GET', '')).status).toBe(200);

    await callAsOwner('POST', `/api/admin/orders/${placed.id}/fulfil`, { json: {} });
    await mailTo(email, /on its way/);
    expect((await own('POST', '/erase-link', { json: {} })).status).toBe(202);
    const token = (await mailedLink(email, '/account/erase')).hash.slice(1);
    const erased = await erase({ token });
    expect([erased.status, erased.body]).toEqual([200, { orderCount: 1 }]);
    expect(erased.headers.getSetCookie()[0]).toMatch(/Max-Age=0/);
    refused(await own('GET', ''), 401, 'unauthenticated');
    refused((await signIn('customer', { email, password: PASSWORD })).answer, 401, 'wrong-credentials');
    const kept = await callAsOwner('GET', `/api/admin/orders/${placed.id}`);
    expect(kept.body).toMatchObject({ total: placed.total, status: 'fulfilled', email: '' });
    const found = await callAsOwner('GET', `/api/admin/customers?query=${email}`);
    expect(found.body).toMatchObject({ items: [] });
  });
});
