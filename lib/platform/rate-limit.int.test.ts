import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { countRequest } from './rate-limit';
import { RATE_LIMITS } from './rate-limit-policies';
import { closeRedis, redis } from './redis/client';

afterAll(async () => {
  await closeRedis();
});

describe('a token bucket', () => {
  test('lets a burst through, then refuses and says when to come back', async () => {
    const asker = randomUUID();
    const { burst } = RATE_LIMITS['failed-authentication'];
    const verdicts = await Promise.all(
      Array.from({ length: burst + 5 }, () => countRequest('failed-authentication', asker)),
    );
    const allowed = verdicts.filter((verdict) => verdict.isAllowed).length;
    expect(allowed).toBeGreaterThanOrEqual(burst);
    expect(allowed).toBeLessThanOrEqual(burst + 1);
    const refused = verdicts.find((verdict) => !verdict.isAllowed);
    expect(refused?.headers).toEqual({
      ratelimit: '"failed-authentication";r=0;t=1',
      'ratelimit-policy': '"failed-authentication";q=30;w=30',
      'retry-after': '1',
    });
  });

  test('counts each asker alone', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    await countRequest('carts', one);
    expect((await countRequest('carts', two)).headers.ratelimit).toContain('r=1199');
    expect((await countRequest('carts', one)).headers.ratelimit).toContain('r=1198');
  });

  test('leaves a key that goes away by itself', async () => {
    const asker = randomUUID();
    await countRequest('carts', asker);
    const ttl = await redis.pttl(`rate-limit:carts:{${asker}}`);
    expect(ttl).toBeGreaterThan(0);
    expect(ttl).toBeLessThanOrEqual(60_000);
  });
});

test('RATE_LIMIT=off counts nothing', async () => {
  vi.resetModules();
  vi.stubEnv('RATE_LIMIT', 'off');
  const fresh = await import('./rate-limit');
  expect(await fresh.countRequest('carts', randomUUID())).toEqual({ isAllowed: true, headers: {} });
  vi.unstubAllEnvs();
});

test('without Redis everyone passes, and the log says so once', async () => {
  vi.resetModules();
  vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:1');
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const fresh = await import('./rate-limit');
  for (let n = 0; n < 5; n += 1) {
    expect((await fresh.countRequest('checkout', randomUUID())).isAllowed).toBe(true);
  }
  const lines = logged.mock.calls.filter(([line]) => String(line).includes('rate-limit-skipped'));
  expect(lines).toHaveLength(1);
  await (await import('./redis/client')).closeRedis();
  logged.mockRestore();
  vi.unstubAllEnvs();
});

test('a script that Redis refuses is an error, not peace', async () => {
  vi.resetModules();
  const { redis: broken, closeRedis: close } = await import('./redis/client');
  const asker = randomUUID();
  await broken.set(`rate-limit:carts:{${asker}}`, 'not a bucket');
  const fresh = await import('./rate-limit');
  await expect(fresh.countRequest('carts', asker)).rejects.toThrow('WRONGTYPE');
  await broken.del(`rate-limit:carts:{${asker}}`);
  await close();
});
