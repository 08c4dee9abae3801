import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { OutcomeUnknown, StoreUnavailable } from '@/lib/kernel/faults';
import { closeRedis, redis } from './client';

const prefix = `client-test:${randomUUID()}`;

afterAll(async () => {
  await redis.del(`${prefix}:hash`, `${prefix}:text`, `${prefix}:list`);
  await closeRedis();
});

describe('Upstash commands over TCP', () => {
  test('values come back as they went in', async () => {
    await redis.set(`${prefix}:text`, { words: 'naïve 🎨', n: 1 });
    expect(await redis.get(`${prefix}:text`)).toEqual({ words: 'naïve 🎨', n: 1 });
    await redis.hset(`${prefix}:hash`, { a: 1, b: 'two' });
    expect(await redis.hgetall(`${prefix}:hash`)).toEqual({ a: 1, b: 'two' });
    expect(await redis.get(`${prefix}:absent`)).toBeNull();
  });

  test('a pipeline gives each result, a transaction all or nothing', async () => {
    expect(
      await redis.pipeline().rpush(`${prefix}:list`, 'a', 'b').lrange(`${prefix}:list`, 0, -1).exec(),
    ).toEqual([2, ['a', 'b']]);
    expect(await redis.multi().llen(`${prefix}:list`).hget(`${prefix}:hash`, 'b').exec()).toEqual([2, 'two']);
  });

  test('an error reply keeps its text, which callers go by', async () => {
    await expect(redis.evalsha('0'.repeat(40), [], [])).rejects.toThrow('NOSCRIPT');
    await expect(redis.incr(`${prefix}:hash`)).rejects.toThrow('WRONGTYPE');
    const wrong = redis.multi().incr(`${prefix}:hash`).llen(`${prefix}:list`).exec();
    await expect(wrong).rejects.toThrow('WRONGTYPE');
  });

  test('a script written for Upstash runs', async () => {
    expect(await redis.eval('#!lua flags=allow-key-locking\nreturn ARGV[1]', [], ['yes'])).toBe('yes');
  });

  test('many commands at once are all answered', async () => {
    const answers = await Promise.all(Array.from({ length: 500 }, (_, n) => redis.echo(`n${n}`)));
    expect(answers).toEqual(Array.from({ length: 500 }, (_, n) => `n${n}`));
  });
});

describe('a Redis that is not there', () => {
  const real = process.env.REDIS_URL;
  /** Accepts connections and never answers. */
  const silent = createServer(() => undefined);
  let silentPort = 0;

  beforeAll(async () => {
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    silentPort = typeof address === 'object' && address !== null ? address.port : 0;
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  afterAll(() => {
    silent.close();
    vi.unstubAllEnvs();
    expect(process.env.REDIS_URL).toBe(real);
  });

  /** A client of its own, pointed elsewhere: the environment is read once per process. */
  async function clientFor(url: string) {
    vi.resetModules();
    vi.stubEnv('REDIS_URL', url);
    return import('./client');
  }

  test('refuses at once and says that nothing happened', async () => {
    const { redis: gone, closeRedis: closeGone } = await clientFor('redis://127.0.0.1:1');
    const started = performance.now();
    for (let n = 0; n < 3; n += 1) {
      const error = await gone.incr('x').catch((thrown: unknown) => thrown);
      expect((error as Error).name).toBe(StoreUnavailable.name);
    }
    expect(performance.now() - started).toBeLessThan(700);
    await closeGone();
  });

  test('is given up after its time limit when it does not answer', async () => {
    const { redis: mute, closeRedis: closeMute } = await clientFor(`redis://127.0.0.1:${silentPort}`);
    const started = performance.now();
    const error = await mute.incr('x').catch((thrown: unknown) => thrown);
    expect([StoreUnavailable.name, OutcomeUnknown.name]).toContain((error as Error).name);
    expect(performance.now() - started).toBeLessThan(1_000);
    await closeMute();
  });
});
