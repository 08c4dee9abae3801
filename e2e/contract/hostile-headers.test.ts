import { beforeAll, describe, expect, test } from 'vitest';
import { buyer, checkout } from '@/e2e/support/buyer';
import { call, read } from '@/e2e/support/client';
import { freshKey } from '@/e2e/support/fresh';
import { makeVariant } from '@/e2e/support/product';
import { rawRequest } from '@/e2e/support/raw-request';
import { orderShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';

let variantId = '';
beforeAll(async () => {
  variantId = await makeVariant({ stock: 1_000 });
});

const order = () => JSON.stringify({ ...buyer(), lines: [{ variantId, quantity: 1 }] });
const type = ['Content-Type', 'application/json'] as const;

describe('a header that comes twice', () => {
  test('two different Idempotency-Keys are refused', async () => {
    const keys = [
      ['Idempotency-Key', freshKey()],
      ['Idempotency-Key', freshKey()],
    ] as const;
    const answer = await rawRequest('POST', '/api/checkout', [type, ...keys], order());
    expect([400, 422], answer.text).toContain(answer.status);
  });

  test('two credentials are no credential', async () => {
    const good = ['Authorization', `Bearer ${shop.ownerKey}`] as const;
    const bad = ['Authorization', 'Bearer nonsense'] as const;
    const answer = await rawRequest('GET', '/api/admin/products', [bad, good]);
    expect([400, 401], answer.text).toContain(answer.status);
  });

  test('two content types or two tokens are no fault', async () => {
    const types = [type, ['Content-Type', 'text/plain']] as const;
    const twoTypes = await rawRequest(
      'POST',
      '/api/checkout',
      [...types, ['Idempotency-Key', freshKey()]],
      order(),
    );
    expect([201, 400, 415], twoTypes.text).toContain(twoTypes.status);
    const tokens = [
      ['X-Order-Token', 'a'],
      ['X-Order-Token', 'b'],
    ] as const;
    expect((await rawRequest('GET', '/api/orders/ord_1', tokens)).status).toBe(404);
  });
});

test('X-Forwarded-For from a stranger changes nothing, whatever it holds', async () => {
  const values = [
    '203.0.113.7',
    '203.0.113.7, 10.0.0.1',
    '::1',
    'unknown',
    '-',
    "'; drop table orders --",
    'x'.repeat(4_000),
  ];
  for (const value of values) {
    const headers = { 'x-forwarded-for': value, 'x-real-ip': value, forwarded: `for="${value}"` };
    read(await checkout({ lines: [{ variantId, quantity: 1 }] }, { headers }), 201, orderShape);
  }
});

test('a forged host, protocol or method override reaches nothing else', async () => {
  const forged = [
    ['X-Forwarded-Host', 'evil.example'],
    ['X-Forwarded-Proto', 'javascript'],
    ['X-HTTP-Method-Override', 'DELETE'],
    ['X-Original-URL', '/api/admin/products'],
    ['X-Middleware-Subrequest', 'middleware:middleware:middleware'],
  ] as const;
  const answer = await rawRequest('GET', '/api/products?limit=1', forged);
  expect(answer.status).toBe(200);
  expect(answer.text).not.toContain('evil.example');
});

test('a request id from outside is not trusted to break the answer', async () => {
  for (const value of ['abc', 'x'.repeat(2_000), '<script>', '../../etc/passwd']) {
    const answer = await call('GET', '/api/health', { headers: { 'x-request-id': value } });
    expect(answer.headers.get('x-request-id')?.length ?? 0).toBeLessThanOrEqual(200);
    expect(answer.headers.get('x-request-id')).not.toMatch(/[<>/]/);
  }
});

test('a cookie of nonsense is as no cookie', async () => {
  for (const cookie of ['=', ';;;', 'a=%zz', `${'x'.repeat(3_000)}=1`, 'session=\u00ff']) {
    expect((await call('GET', '/api/products?limit=1', { headers: { cookie } })).status, cookie).toBe(200);
    expect((await call('GET', '/api/admin/products', { headers: { cookie } })).status, cookie).toBe(401);
  }
});
