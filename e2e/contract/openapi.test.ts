import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { call, read } from '@/e2e/support/client';
import { findOpenApiFaults } from '@/e2e/support/openapi-faults';

const documentShape = z.looseObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.looseObject({ title: z.string().min(1), version: z.string().min(1) }),
  paths: z.record(z.string().startsWith('/'), z.record(z.string(), z.unknown())),
});

const ROUTES = [
  'GET /api/health',
  'GET /api/products',
  'GET /api/products/{}',
  'GET /api/variants/{}/stock',
  'POST /api/carts',
  'GET /api/carts/{}',
  'PUT /api/carts/{}/lines/{}',
  'POST /api/checkout/quote',
  'POST /api/checkout',
  'POST /api/orders/{}/payment',
  'GET /api/orders/{}',
  'GET /api/openapi.json',
  'GET /api/admin/products',
  'POST /api/admin/products',
  'GET /api/admin/products/{}',
  'PATCH /api/admin/products/{}',
  'DELETE /api/admin/products/{}',
  'POST /api/admin/variants/{}/stock',
  'POST /api/admin/imports/products',
  'GET /api/admin/imports',
  'GET /api/admin/imports/{}',
  'GET /api/admin/orders',
  'GET /api/admin/orders/{}',
  'GET /api/admin/api-keys',
  'POST /api/admin/api-keys',
  'DELETE /api/admin/api-keys/{}',
];

let document: z.infer<typeof documentShape>;
beforeAll(async () => {
  document = read(await call('GET', '/api/openapi.json'), 200, documentShape);
});

test('the document is OpenAPI 3.1 without a fault', () => {
  expect(findOpenApiFaults(document)).toEqual([]);
});

describe('the document lists', () => {
  test.each(ROUTES)('%s', (route) => {
    const listed = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{[^}]*\}/g, '{}')}`),
    );
    expect(listed).toContain(route);
  });
});

test('what the document lists is there', async () => {
  for (const [path, operations] of Object.entries(document.paths)) {
    const concrete = path.replace(/\{[^}]*\}/g, 'nonsense');
    for (const method of Object.keys(operations).filter((name) =>
      /^(get|post|put|patch|delete)$/.test(name),
    )) {
      const upper = method.toUpperCase();
      const answer = await call(upper, concrete, upper === 'GET' ? {} : { json: {} });
      expect(answer.status, `${upper} ${path}`).not.toBe(405);
    }
  }
});
