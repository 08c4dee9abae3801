import { describe, expect, test } from 'vitest';
import { makeApiKey } from '@/e2e/support/api-keys';
import { call, callAsOwner, invalid, refused } from '@/e2e/support/client';
import { collectPages } from '@/e2e/support/collect-pages';
import { apiKeyShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';
import { eventually } from '@/e2e/support/wait';

const listed = (limit = 100) =>
  collectPages('/api/admin/api-keys', apiKeyShape, { as: shop.ownerKey, limit });
const use = (key: string) => call('GET', '/api/admin/orders?limit=1', { as: key });
const revoke = (id: string) => callAsOwner('DELETE', `/api/admin/api-keys/${id}`);

test('a key is shown once and never again', async () => {
  const made = await makeApiKey('viewer');
  expect((await use(made.key)).status).toBe(200);
  const answer = await callAsOwner('GET', '/api/admin/api-keys?limit=100');
  expect(answer.status).toBe(200);
  expect(answer.text).not.toContain(made.key);
  expect((await listed()).find((key) => key.id === made.id)).toMatchObject({
    name: made.name,
    role: 'viewer',
  });
});

test('a revoked key is 401 on every instance', async () => {
  const made = await makeApiKey('owner');
  const instances = [shop.url, ...shop.peers];
  for (const at of instances)
    expect((await call('GET', '/api/admin/orders?limit=1', { as: made.key, at })).status).toBe(200);
  expect([200, 204]).toContain((await revoke(made.id)).status);
  await eventually('the key is refused', 2_000, async () => {
    const answers = await Promise.all(
      instances.map((at) => call('GET', '/api/admin/orders?limit=1', { as: made.key, at })),
    );
    return answers.every((answer) => answer.status === 401) ? true : undefined;
  });
  refused(await use(made.key), 401, 'unauthenticated');
});

test('the list of keys pages to the end, no gap and no double', async () => {
  const made = [await makeApiKey('viewer'), await makeApiKey('viewer'), await makeApiKey('viewer')];
  const ids = (await listed()).map((key) => key.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const key of made) expect(ids).toContain(key.id);
  expect((await listed(7)).map((key) => key.id)).toEqual(ids);
});

describe('a credential that is none is 401', () => {
  const { ownerKey } = shop;
  // Named, so that no report of the run shows a key.
  const credentials = {
    'an empty header': '',
    'no key': 'Bearer',
    'no key after a blank': 'Bearer ',
    'an unknown key': 'Bearer nonsense',
    'another scheme': `Basic ${btoa(`owner:${ownerKey}`)}`,
    'no scheme': ownerKey,
    'a key and a letter': `Bearer ${ownerKey}x`,
    'most of a key': `Bearer ${ownerKey.slice(0, -1)}`,
    'a key twice': `Bearer ${ownerKey} ${ownerKey}`,
    'a long key': `Bearer ${'x'.repeat(4_000)}`,
    'a name of every object': 'Bearer __proto__',
  };
  test.each(Object.keys(credentials) as (keyof typeof credentials)[])('%s', async (name) => {
    const authorization = credentials[name];
    for (const path of ['/api/admin/products', '/api/admin/orders', '/api/admin/api-keys']) {
      refused(await call('GET', path, { headers: { authorization } }), 401, 'unauthenticated');
    }
  });

  test('none at all, before anything else is looked at', async () => {
    for (const path of ['/api/admin/products', '/api/admin/variants/var_1/stock', '/api/admin/api-keys']) {
      refused(await call('POST', path, { json: { nonsense: true } }), 401, 'unauthenticated');
    }
    refused(await call('GET', '/api/admin/products/prod_1'), 401, 'unauthenticated');
    refused(await call('GET', '/api/admin/orders/ord_1'), 401, 'unauthenticated');
  });
});

test('the scheme may be written in any case', async () => {
  for (const scheme of ['bearer', 'BEARER']) {
    const answer = await call('GET', '/api/admin/orders?limit=1', {
      headers: { authorization: `${scheme} ${shop.ownerKey}` },
    });
    expect(answer.status).toBe(200);
  }
});

test('a key without a name or with an unknown role is 422', async () => {
  for (const [path, json] of [
    ['name', { role: 'viewer' }],
    ['name', { name: '', role: 'viewer' }],
    ['name', { name: 7, role: 'viewer' }],
    ['role', { name: 'n' }],
    ['role', { name: 'n', role: 'king' }],
    ['role', { name: 'n', role: '__proto__' }],
    ['role', { name: 'n', role: ['owner'] }],
  ] as const) {
    invalid(await callAsOwner('POST', '/api/admin/api-keys', { json }), path);
  }
});

test('an unknown key cannot be revoked: 404', async () => {
  for (const id of ['key_00000000-0000-7000-8000-000000000000', 'nonsense', '__proto__'])
    refused(await revoke(id), 404);
});
