import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { closeDatabase, query } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { closeRedis, redis } from '@/lib/platform/redis/client';
import { sessionCookie } from '@/lib/platform/session-cookie';
import { openSession } from '@/lib/platform/sessions';
import { createApiKey } from '@/lib/staff/create-api-key';
import { findStanding } from '@/lib/staff/internal/standing';
import { findShopper } from './find-shopper';
import { defineOperation, reply } from './operation';
import { handle, serve } from './route';

const base = {
  path: '/api/test',
  tag: 'Test',
  summary: 'A test',
  problems: [],
  limit: null,
  idempotency: 'none',
  responses: { 200: z.unknown() },
} as const;
const write = defineOperation({ ...base, id: 'w', method: 'POST', actor: { permission: 'products:write' } });
const look = defineOperation({ ...base, id: 'r', method: 'GET', actor: { permission: 'products:read' } });
const own = defineOperation({ ...base, id: 'o', method: 'PUT', actor: 'staff' });
const bought = defineOperation({ ...base, id: 'c', method: 'DELETE', actor: 'customer' });
const route = serve(
  handle(write, async ({ actor }) => reply(200, { id: actor.id, kind: actor.kind })),
  handle(look, async ({ actor }) => reply(200, { id: actor.id })),
  handle(own, async ({ actor }) => reply(200, { id: actor.member.id })),
  handle(bought, async ({ actor }) => reply(200, { id: actor.customer.id })),
);

const staffId = newId('staff');
const customerId = newId('cust');
const URL_HERE = 'http://shop.test/api/test';
let staff = '';
let customer = '';

/** The cookie as a browser sends it back. */
const sent = (set: string) => set.split(';')[0] ?? '';

beforeAll(async () => {
  await query(
    'test_add_viewer',
    `insert into staff (id, email, name, role) values ($1::uuid, $2, 'Ada', 'manager')`,
    [toUuid(staffId), `${staffId}@example.com`],
  );
  await query(
    'test_add_customer',
    'insert into customers (id, email, email_verified_at) values ($1::uuid, $2, now())',
    [toUuid(customerId), `${customerId}@example.com`],
  );
  const standing = await findStanding(staffId);
  const asked = new Request(URL_HERE);
  const { token } = await openSession('staff', staffId, standing?.stamp ?? '');
  staff = sent(sessionCookie('staff', asked, token));
  const { findStanding: findCustomer } = await import('@/lib/customers/internal/standing');
  const other = await openSession('cust', customerId, (await findCustomer(customerId))?.stamp ?? '');
  customer = sent(sessionCookie('cust', asked, other.token));
});

afterAll(async () => {
  await closeDatabase();
  await closeRedis();
});

async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', headers: Record<string, string>) {
  const request = new Request(URL_HERE, { method, headers: { host: 'shop.test', ...headers } });
  const response = await route[method](request, { params: Promise.resolve({}) });
  return [response.status, ((await response.json()) as { code?: string }).code ?? 'served'];
}

describe('a cookie of the staff', () => {
  test('acts for its member', async () => {
    expect(await ask('POST', { cookie: staff })).toEqual([200, 'served']);
    expect(await ask('PUT', { cookie: `${customer}; ${staff}` })).toEqual([200, 'served']);
  });

  test('writes nothing for another site, and reads for any', async () => {
    const cookie = staff;
    for (const method of ['POST', 'PUT'] as const) {
      expect(await ask(method, { cookie, origin: 'https://evil.test' })).toEqual([403, 'cross-origin']);
      expect(await ask(method, { cookie, 'sec-fetch-site': 'same-site' })).toEqual([403, 'cross-origin']);
      expect(await ask(method, { cookie, origin: 'http://shop.test' })).toEqual([200, 'served']);
    }
    expect(await ask('GET', { cookie, 'sec-fetch-site': 'cross-site' })).toEqual([200, 'served']);
  });

  test('is none of a customer', async () => {
    expect(await ask('DELETE', { cookie: staff })).toEqual([401, 'unauthenticated']);
    const renamed = staff.replace('doorbuster-staff', 'doorbuster-customer');
    expect(await ask('DELETE', { cookie: renamed })).toEqual([401, 'unauthenticated']);
  });
});

describe('a cookie of a customer', () => {
  test('acts for its customer, and opens nothing of the staff', async () => {
    expect(await ask('DELETE', { cookie: customer })).toEqual([200, 'served']);
    const renamed = customer.replace('doorbuster-customer', 'doorbuster-staff');
    for (const cookie of [customer, renamed])
      for (const method of ['GET', 'POST', 'PUT'] as const)
        expect(await ask(method, { cookie })).toEqual([401, 'unauthenticated']);
  });

  test('names the shopper of a sale, but not for another site', async () => {
    const shopper = (headers: Record<string, string>) => findShopper(new Request(URL_HERE, { headers }));
    expect(await shopper({ cookie: customer })).toBe(customerId);
    expect(await shopper({ cookie: staff })).toBeNull();
    expect(await shopper({ cookie: customer, origin: 'https://evil.test' })).toBeNull();
    expect(await shopper({})).toBeNull();
  });
});

test('without a cookie no store is asked who buys', async () => {
  const asked = vi.spyOn(redis, 'eval');
  await findShopper(new Request(URL_HERE, { headers: { cookie: 'theme=dark' } }));
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

test('without Redis a cookie is 503, an API key goes on, and a sale does too', async () => {
  const { key } = await createApiKey({ name: 'x', role: 'owner' }, { actor: 'test' });
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { StoreUnavailable } = await import('@/lib/kernel/faults');
  const lost = vi.spyOn(redis, 'eval').mockRejectedValue(new StoreUnavailable('redis', new Error('gone')));
  expect(await ask('GET', { cookie: staff })).toEqual([503, 'temporarily-unavailable']);
  expect(await ask('POST', { cookie: staff })).toEqual([503, 'temporarily-unavailable']);
  expect(await ask('DELETE', { cookie: customer })).toEqual([503, 'temporarily-unavailable']);
  expect(await ask('POST', { cookie: staff, authorization: `Bearer ${key}` })).toEqual([200, 'served']);
  expect(await findShopper(new Request(URL_HERE, { headers: { cookie: customer } }))).toBeNull();
  lost.mockRestore();
  silenced.mockRestore();
});
