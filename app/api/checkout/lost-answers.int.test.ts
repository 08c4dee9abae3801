import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { toUuid, type VariantId } from '@/lib/kernel/ids';
import { endOfPostgresAnswer, type FaultProxy, startFaultProxy, targetOf } from '@/stack/testing/fault-proxy';

// The route as a host calls it, with a proxy between it and Postgres; what is found out is asked on the direct way.
let proxy: FaultProxy;
let route: typeof import('./route');
let client: typeof import('@/db/client');

beforeAll(async () => {
  // Opens the direct way before the address changes.
  await query('test_direct', 'select 1', []);
  const url = process.env.POSTGRES_URL ?? '';
  proxy = await startFaultProxy(targetOf(url), endOfPostgresAnswer);
  vi.stubEnv('POSTGRES_URL', proxy.through(url));
  vi.stubEnv('RATE_LIMIT', 'off');
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.resetModules();
  client = await import('@/db/client');
  route = await import('./route');
});
afterEach(() => {
  proxy.mend();
  proxy.cut();
});
afterAll(async () => {
  await client.closeDatabase();
  vi.unstubAllEnvs();
  await closeDatabase();
  await proxy.close();
});

const shippingAddress = {
  name: 'Ada',
  line1: '1 Main St',
  city: 'Springfield',
  postalCode: '12345',
  country: 'US',
};

async function checkout(variantId: VariantId, key: string) {
  const response = await route.POST(
    new Request('http://localhost/api/checkout', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({
        lines: [{ variantId, quantity: 1 }],
        email: 'ada@example.com',
        shippingAddress,
      }),
    }),
    { params: Promise.resolve({}) },
  );
  const body = (await response.json()) as { code?: string; id?: string };
  return {
    status: response.status,
    code: body.code,
    id: body.id,
    mayRetry: response.headers.has('retry-after'),
    isReplay: response.headers.has('idempotency-replayed'),
  };
}

async function levelOf(variantId: VariantId) {
  const [row] = await query<{ level: number }>('test_level', 'select stock_level($1::uuid) as level', [
    toUuid(variantId),
  ]);
  return row?.level;
}

test('a checkout whose answer was lost is 504 outcome-unknown, and its key is answered the one order', async () => {
  const variantId = await makeOffer({ stock: 2 });
  const key = randomUUID();
  proxy.atAnswer({ to: 'place_order' }, { kind: 'answer-lost' });
  expect(await checkout(variantId, key)).toMatchObject({
    status: 504,
    code: 'outcome-unknown',
    mayRetry: true,
  });
  expect(await levelOf(variantId)).toBe(1);
  const again = await checkout(variantId, key);
  expect(again).toMatchObject({ status: 201, isReplay: true });
  expect((await checkout(variantId, key)).id).toBe(again.id);
  expect(await levelOf(variantId)).toBe(1);
});

test('a checkout that finds no database is 503, nothing happened, and its key is free', async () => {
  const variantId = await makeOffer({ stock: 2 });
  const key = randomUUID();
  proxy.atConnect('every', { kind: 'reset' });
  expect(await checkout(variantId, key)).toMatchObject({
    status: 503,
    code: 'temporarily-unavailable',
    mayRetry: true,
  });
  expect(await levelOf(variantId)).toBe(2);
  proxy.mend();
  expect(await checkout(variantId, key)).toMatchObject({ status: 201, isReplay: false });
  expect(await levelOf(variantId)).toBe(1);
});
