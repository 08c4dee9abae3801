import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startTestGateway, type TestGateway } from '@/stack/gateway/start-test-gateway';

const prefix = `http-test:${randomUUID()}`;
let gateway: TestGateway;

/** A client whose environment is what a Node process without plain Redis has: the REST address alone. */
async function restClient(url: string) {
  vi.resetModules();
  vi.stubEnv('REDIS_URL', '');
  vi.stubEnv('UPSTASH_REDIS_REST_URL', url);
  vi.stubEnv('UPSTASH_REDIS_REST_TOKEN', gateway.token);
  return (await import('./client')).redis;
}

beforeAll(async () => {
  gateway = await startTestGateway();
});

afterAll(async () => {
  const redis = await restClient(gateway.url);
  await redis.del(`${prefix}:text`, `${prefix}:hash`);
  await gateway.close();
  vi.unstubAllEnvs();
});

describe('where no REDIS_URL is set, the same commands go over HTTP', () => {
  test('values, pipelines and transactions', async () => {
    const redis = await restClient(gateway.url);
    await redis.set(`${prefix}:text`, { words: 'naïve 🎨' });
    expect(await redis.get(`${prefix}:text`)).toEqual({ words: 'naïve 🎨' });
    expect(await redis.pipeline().hset(`${prefix}:hash`, { a: 1 }).hgetall(`${prefix}:hash`).exec()).toEqual([
      1,
      { a: 1 },
    ]);
    expect(await redis.multi().hget(`${prefix}:hash`, 'a').exec()).toEqual([1]);
  });

  test('an error reply keeps its text, without the values of the command', async () => {
    const redis = await restClient(gateway.url);
    await redis.hset(`${prefix}:hash`, { a: 1 });
    const error = await redis.getset(`${prefix}:hash`, 'ada@example.com').catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('WRONGTYPE');
    expect(String(error)).not.toContain('ada@');
    await expect(redis.evalsha('0'.repeat(40), [], [])).rejects.toThrow('NOSCRIPT');
  });

  test('a gateway that is gone is a Redis that did nothing', async () => {
    const gone = await startTestGateway({ redisUrl: gateway.redisUrl });
    await gone.close();
    const redis = await restClient(gone.url);
    const started = performance.now();
    const error = await redis.incr('x').catch((thrown: unknown) => thrown);
    expect((error as Error).name).toBe('StoreUnavailable');
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test('a gateway that does not reach Redis does not know what happened', async () => {
    const cutOff = await startTestGateway({ redisUrl: 'redis://127.0.0.1:1' });
    const redis = await restClient(cutOff.url);
    const error = await redis.incr('x').catch((thrown: unknown) => thrown);
    await cutOff.close();
    expect(error).toMatchObject({ name: 'OutcomeUnknown', cause: { message: 'the store does not answer' } });
  });
});
