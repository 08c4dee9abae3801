import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { endOfRedisAnswer, type FaultProxy, startFaultProxy, targetOf } from '@/stack/testing/fault-proxy';
import { closeRedis, redis } from './client';

// The shop's own client, with a proxy between it and Redis; what is found out is asked on the direct way.
const key = `lost-answers:${randomUUID()}`;
let proxy: FaultProxy;
let far: typeof import('./client');

beforeAll(async () => {
  // Opens the direct way before the address changes.
  await redis.set(key, 0);
  const url = process.env.REDIS_URL ?? '';
  proxy = await startFaultProxy(targetOf(url), endOfRedisAnswer);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.stubEnv('REDIS_URL', proxy.through(url));
  vi.resetModules();
  far = await import('./client');
});
afterEach(() => proxy.mend());
afterAll(async () => {
  await far.closeRedis();
  vi.unstubAllEnvs();
  await redis.del(key);
  await closeRedis();
  await proxy.close();
});

const nameOf = (work: Promise<unknown>) =>
  work.then(
    (value) => value,
    (error: Error) => error.name,
  );

/** After a lost connection the client refuses for a moment, until it has another. */
const isBack = () => vi.waitFor(async () => expect(await nameOf(far.redis.ping())).toBe('PONG'));

describe('a command', () => {
  test('whose answer is lost may have been done: it is unknown, and not sent again', async () => {
    await isBack();
    proxy.atAnswer({ to: key }, { kind: 'answer-lost' });
    expect(await nameOf(far.redis.incr(key))).toBe('OutcomeUnknown');
    await isBack();
    expect(await redis.get(key)).toBe(1);
  });

  test('that is lost on its way is unknown too, and was not done', async () => {
    await isBack();
    proxy.atAnswer({ to: key }, { kind: 'request-lost' });
    expect(await nameOf(far.redis.incr(key))).toBe('OutcomeUnknown');
    await isBack();
    expect(await redis.get(key)).toBe(1);
  });

  test('without a connection did nothing, and says so at once', async () => {
    await isBack();
    proxy.atConnect('every', { kind: 'reset' });
    proxy.cut();
    await vi.waitFor(async () => expect(await nameOf(far.redis.ping())).toBe('StoreUnavailable'));
    const startedAt = performance.now();
    expect(await nameOf(far.redis.incr(key))).toBe('StoreUnavailable');
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(await redis.get(key)).toBe(1);
    proxy.mend();
    await isBack();
  });

  test.each([
    ['is late', { kind: 'latency', ms: 1_000 }],
    ['never comes', { kind: 'half-open' }],
  ] as const)('whose answer %s is given up within half a second', async (_, fault) => {
    await isBack();
    const before = Number(await redis.get(key));
    proxy.atAnswer({ to: key }, fault);
    const startedAt = performance.now();
    expect(await nameOf(far.redis.incr(key))).toBe('OutcomeUnknown');
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(await redis.get(key)).toBe(before + 1);
    proxy.cut();
  });
});
