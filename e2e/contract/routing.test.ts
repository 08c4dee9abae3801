import { describe, expect, test } from 'vitest';
import { call, callAsOwner, refused } from '@/e2e/support/client';
import { rawRequest } from '@/e2e/support/raw-request';
import { shop } from '@/e2e/support/shop';

const WRONG_METHODS = [
  ['POST', '/api/health', ['GET']],
  ['DELETE', '/api/products', ['GET']],
  ['POST', '/api/products/a-slug', ['GET']],
  ['PUT', '/api/variants/var_1/stock', ['GET']],
  ['GET', '/api/carts', ['POST']],
  ['DELETE', '/api/carts/cart_1', ['GET']],
  ['POST', '/api/carts/cart_1/lines/var_1', ['PUT']],
  ['GET', '/api/checkout/quote', ['POST']],
  ['GET', '/api/checkout', ['POST']],
  ['PUT', '/api/checkout', ['POST']],
  ['GET', '/api/orders/ord_1/payment', ['POST']],
  ['POST', '/api/orders/ord_1', ['GET']],
  ['DELETE', '/api/openapi.json', ['GET']],
  ['PUT', '/api/admin/products', ['GET', 'POST']],
  ['POST', '/api/admin/products/prod_1', ['GET', 'PATCH', 'DELETE']],
  ['DELETE', '/api/admin/variants/var_1/stock', ['GET', 'POST']],
  ['DELETE', '/api/admin/orders', ['GET']],
  ['PUT', '/api/admin/orders/ord_1', ['GET', 'PATCH']],
  ['PUT', '/api/admin/api-keys', ['GET', 'POST']],
] as const;

describe('a wrong method is 405 with Allow', () => {
  test.each(WRONG_METHODS)('%s %s', async (method, path, allowed) => {
    const answer = await callAsOwner(method, path, method === 'GET' ? {} : { json: {} });
    refused(answer, 405);
    const allow = (answer.headers.get('allow') ?? '').split(',').map((name) => name.trim());
    expect(allow).toEqual(expect.arrayContaining([...allowed]));
    expect(allow).not.toContain(method);
  });
});

test.runIf(shop.host === 'edge')(
  'a method of another protocol is 405 with what the route does answer',
  async () => {
    for (const method of ['PROPFIND', 'TRACE', 'LOCK']) {
      const answer = await rawRequest(method, '/api/products', []);
      refused(answer, 405);
      const allow = (answer.headers.get('allow') ?? '').split(',').map((name) => name.trim());
      expect(allow, method).toContain('GET');
      expect(allow, method).not.toContain('POST');
    }
  },
);

describe('a path without a route is 404', () => {
  const paths = [
    '/api/none',
    '/api/none/at/all?with=query',
    '/api/products/a/b/c',
    '/api/admin/none',
    '/api/checkout/none',
    '/api/.env',
    '/api/__proto__',
    '/api/constructor/toString',
  ];
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
    test.each(paths)(`${method} %s`, async (path) => {
      refused(await callAsOwner(method, path, method === 'GET' ? {} : { json: {} }), 404);
    });
  }
});

describe.runIf(shop.host === 'edge')('malformed percent-encoding in a path is 400', () => {
  const paths = [
    '/api/products/%zz',
    '/api/products/%',
    '/api/products/%e0%a4',
    '/api/%c0%af/x',
    '/api/carts/%ff',
    '/%zz',
  ];
  test.each(paths)('%s', async (path) => {
    refused(await rawRequest('GET', path, []), 400);
  });

  test('the process lives on', async () => {
    expect((await call('GET', '/api/health')).status).toBe(200);
  });
});

test('a slash too many leads to the right path or nowhere', async () => {
  for (const path of ['/api/products/', '/api//products', '/api/products//none', '/api/']) {
    const answer = await rawRequest('GET', path, []);
    expect([301, 308, 404], path).toContain(answer.status);
    if (answer.status !== 404)
      expect(answer.headers.get('location')).toMatch(/^\/api(\/products(\/none)?)?$/);
  }
});

test('a path with an encoded slash or dots reaches no other route', async () => {
  for (const path of ['/api/products/..%2fhealth', '/api/products/%2e%2e%2fhealth', '/api/products/a%2fb']) {
    expect((await rawRequest('GET', path, [])).status, path).toBeGreaterThanOrEqual(400);
  }
});
