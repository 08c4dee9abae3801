import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { atomically, callFunction, closeDatabase } from '@/db/client';
import { findRedis } from '@/stack/redis/find-redis';
import { type Fence, takeFence } from './fence';
import { withLock } from './lock';
import { closeRedis, redis } from './redis/client';

const names: string[] = [];
function freshName() {
  const name = `test:${randomUUID()}`;
  names.push(name);
  return name;
}

/** What a guarded write does first. */
const isAccepted = (fence: Fence) => callFunction<boolean>('accept_fence', fence);

/** Stops this whole process, timers and sockets included, as a pause of the machine does. */
function pauseProcess(ms: number) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

afterAll(async () => {
  if (names.length > 0) await redis.del(...names.map((name) => `lock:{${name}}`));
  await closeRedis();
  await closeDatabase();
});

describe('a lock', () => {
  it('lets one holder at a time work, in whatever order they come', async () => {
    const name = freshName();
    let inside = 0;
    let most = 0;
    const tokens: number[] = [];
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () =>
        withLock(name, { ttlMs: 2_000, waitMs: 10_000 }, async ({ fence }) => {
          inside += 1;
          most = Math.max(most, inside);
          tokens.push(fence.token);
          await sleep(10);
          inside -= 1;
        }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(12);
    expect(most).toBe(1);
    expect(tokens).toEqual([...tokens].sort((a, b) => a - b));
  });

  it('is refused after a bounded wait, and is free once its holder is done', async () => {
    const name = freshName();
    await withLock(name, { ttlMs: 5_000, waitMs: 0 }, async () => {
      const started = performance.now();
      const busy = await withLock(name, { ttlMs: 5_000, waitMs: 200 }, async () => 'never');
      const waited = performance.now() - started;
      expect(busy).toEqual({ ok: false, reason: 'lock-busy' });
      expect(waited).toBeGreaterThanOrEqual(195);
      expect(waited).toBeLessThan(1_000);
    });
    expect(await withLock(name, { ttlMs: 5_000, waitMs: 0 }, async () => 'mine')).toMatchObject({
      value: 'mine',
    });
  });

  it('is given back when the work throws', async () => {
    const name = freshName();
    const broken = withLock(name, { ttlMs: 5_000, waitMs: 0 }, () => Promise.reject(new Error('broken')));
    await expect(broken).rejects.toThrow('broken');
    expect(await redis.exists(`lock:{${name}}`)).toBe(0);
  });

  it('is renewed for as long as the work runs', async () => {
    const name = freshName();
    const held = withLock(name, { ttlMs: 300, waitMs: 0 }, async ({ fence, signal }) => {
      await sleep(1_200);
      return { isLost: signal.aborted, isAccepted: await isAccepted(fence) };
    });
    await sleep(1_000);
    expect(await withLock(name, { ttlMs: 300, waitMs: 0 }, async () => 'never')).toMatchObject({ ok: false });
    expect(await held).toEqual({ ok: true, value: { isLost: false, isAccepted: true } });
  });

  it('of a holder paused past its time goes to the next, and the late write is refused', async () => {
    const name = freshName();
    await withLock(name, { ttlMs: 200, waitMs: 0 }, async ({ fence, signal }) => {
      pauseProcess(500);
      const next = await withLock(name, { ttlMs: 5_000, waitMs: 1_000 }, async (lock) => {
        expect(lock.fence.token).toBeGreaterThan(fence.token);
        expect(await isAccepted(fence)).toBe(false);
        return isAccepted(lock.fence);
      });
      expect(next).toEqual({ ok: true, value: true });
      expect(await isAccepted(fence)).toBe(false);
      expect(signal.aborted).toBe(true);
      expect((signal.reason as Error).name).toBe('LockLost');
    });
  });

  it('that another has taken is not deleted by whoever lost it', async () => {
    const name = freshName();
    await withLock(name, { ttlMs: 5_000, waitMs: 0 }, async () => {
      await redis.set(`lock:{${name}}`, 'another');
    });
    expect(await redis.get(`lock:{${name}}`)).toBe('another');
  });

  it('gives out tokens that only grow, also after its row was swept', async () => {
    const name = freshName();
    const first = await takeFence(name);
    await atomically([sql`delete from lock_fences where name = ${name}`]);
    expect(await isAccepted(first)).toBe(false);
    const many = await Promise.all(Array.from({ length: 10 }, () => takeFence(name)));
    const last = Math.max(...many.map(({ token }) => token));
    expect(Math.min(...many.map(({ token }) => token))).toBeGreaterThan(first.token);
    const verdicts = await Promise.all(many.map(isAccepted));
    expect(many.filter((_, at) => verdicts[at]).map(({ token }) => token)).toEqual([last]);
  });
});

/** A Redis of this test alone, without a memory. */
async function startRedis(port: number): Promise<ChildProcess> {
  const dir = mkdtempSync(join(tmpdir(), 'lock-redis-'));
  const program = await findRedis(dir, () => undefined);
  const child = spawn(
    program.command,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir],
    {
      stdio: 'ignore',
      env: { ...process.env, ...(program.libraries ? { LD_LIBRARY_PATH: program.libraries } : {}) },
    },
  );
  child.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function stopRedis(child: ChildProcess) {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

describe('when Redis', () => {
  /** Locks of a process of their own, with another Redis: the environment is read once per process. */
  async function locksAt(url: string) {
    vi.resetModules();
    vi.stubEnv('REDIS_URL', url);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const client = await import('./redis/client');
    const locks = await import('./lock');
    const database = await import('@/db/client');
    const until = async (what: () => Promise<unknown>) => {
      for (;;) {
        try {
          return await what();
        } catch {
          await sleep(20);
        }
      }
    };
    return {
      withLock: locks.withLock,
      answers: () => until(() => client.redis.ping()),
      close: async () => {
        await client.closeRedis();
        await database.closeDatabase();
      },
    };
  }

  it('restarts empty, two may hold a lock, and the first never writes after the second', async () => {
    const port = await freePort();
    let server = await startRedis(port);
    const own = await locksAt(`redis://127.0.0.1:${port}`);
    await own.answers();
    const name = freshName();
    const first = await own.withLock(name, { ttlMs: 3_000, waitMs: 0 }, async ({ fence, signal }) => {
      await stopRedis(server);
      server = await startRedis(port);
      await own.answers();
      const second = await own.withLock(name, { ttlMs: 3_000, waitMs: 0 }, async (lock) => {
        expect(lock.fence.token).toBeGreaterThan(fence.token);
        return isAccepted(lock.fence);
      });
      expect(second).toEqual({ ok: true, value: true });
      const isLateAccepted = await isAccepted(fence);
      const deadline = Date.now() + 2_500;
      while (!signal.aborted && Date.now() < deadline) await sleep(20);
      return { isLateAccepted, isLost: signal.aborted };
    });
    expect(first).toEqual({ ok: true, value: { isLateAccepted: false, isLost: true } });
    await own.close();
    await stopRedis(server);
  });

  it('is gone, a lock cannot be had, and one that is held is lost when its time is over', async () => {
    const port = await freePort();
    const server = await startRedis(port);
    const own = await locksAt(`redis://127.0.0.1:${port}`);
    await own.answers();
    await own.withLock(freshName(), { ttlMs: 400, waitMs: 0 }, async ({ signal }) => {
      await stopRedis(server);
      const refused = await own
        .withLock(freshName(), { ttlMs: 400, waitMs: 5_000 }, async () => 'never')
        .catch((error: unknown) => error);
      expect((refused as Error).name).toBe('StoreUnavailable');
      const deadline = Date.now() + 1_000;
      while (!signal.aborted && Date.now() < deadline) await sleep(10);
      expect(signal.aborted).toBe(true);
    });
    await own.close();
  });
});

describe('over HTTP', () => {
  it('a lock is the same', async () => {
    const { startTestGateway } = await import('@/stack/gateway/start-test-gateway');
    const gateway = await startTestGateway();
    vi.resetModules();
    vi.stubEnv('REDIS_URL', '');
    vi.stubEnv('UPSTASH_REDIS_REST_URL', gateway.url);
    vi.stubEnv('UPSTASH_REDIS_REST_TOKEN', gateway.token);
    const overHttp = await import('./lock');
    const name = freshName();
    const outcome = await overHttp.withLock(name, { ttlMs: 600, waitMs: 0 }, async ({ signal }) => {
      // The other transport sees it as taken, and renewal keeps it so.
      await sleep(900);
      const busy = await withLock(name, { ttlMs: 600, waitMs: 0 }, async () => 'never');
      return [busy.ok, signal.aborted];
    });
    expect(outcome).toEqual({ ok: true, value: [false, false] });
    expect(await redis.exists(`lock:{${name}}`)).toBe(0);
    await (await import('@/db/client')).closeDatabase();
    await gateway.close();
  });
});
