import { afterAll, describe, expect, test, vi } from 'vitest';
import { StoreUnavailable } from '@/lib/kernel/faults';
import { newId } from '@/lib/kernel/ids';
import { sha256Hex } from '@/lib/kernel/sha256';
import { forget } from './cache';
import { closeRedis, redis } from './redis/client';
import { SESSION_POLICIES } from './session-policies';
import { endSession, endSessions, findSession, openSession } from './sessions';

afterAll(closeRedis);

const policy = SESSION_POLICIES.staff;
const { idleMs, absoluteMs, touchMs, most } = policy;
const always = (stamp: string) => async () => ({ stamp });
const find = (token: string, nowMs: number, stamp = 's1') =>
  findSession('staff', token, always(stamp), { nowMs });
const NOW = Date.now();

async function signIn(nowMs = NOW) {
  const person = newId('staff');
  return { person, ...(await openSession('staff', person, 's1', { nowMs })) };
}

describe('a session', () => {
  test('is found by its token, from whichever process asks', async () => {
    const { token } = await signIn();
    expect(await find(token, NOW + 1)).toEqual({
      standing: { stamp: 's1' },
      beganAtMs: NOW,
      endsAtMs: NOW + absoluteMs,
    });
  });

  test('leaves nothing in Redis that opens it', async () => {
    const { person, token } = await signIn();
    const kept = JSON.stringify(await redis.hgetall(`session:{${person}}:open`));
    const secret = token.split('.')[1] ?? '';
    expect(kept).toContain(await sha256Hex(secret));
    expect(kept).not.toContain(secret);
  });

  test('goes away by itself when nobody comes back', async () => {
    const { person } = await signIn();
    const ttl = await redis.pttl(`session:{${person}}:open`);
    expect(ttl).toBeGreaterThan(absoluteMs - 60_000);
    expect(ttl).toBeLessThanOrEqual(absoluteMs);
  });

  test('is over when it was not used for long, and is kept by use', async () => {
    const { token } = await signIn();
    expect(await find(token, NOW + idleMs - 1)).not.toBeNull();
    expect(await find(token, NOW + idleMs + touchMs)).not.toBeNull();
    expect(await find(token, NOW + 2 * idleMs + touchMs + 1)).toBeNull();
    // Once over, it is gone: a clock that steps back does not bring it back.
    expect(await find(token, NOW + 1)).toBeNull();
  });

  test('is over after its longest time, however it was used', async () => {
    const { token } = await signIn();
    for (let at = NOW; at <= NOW + absoluteMs; at += idleMs / 2) expect(await find(token, at)).not.toBeNull();
    expect(await find(token, NOW + absoluteMs + 1)).toBeNull();
  });

  test('that was ended is over, the person’s others go on', async () => {
    const { person, token } = await signIn();
    const other = await openSession('staff', person, 's1', { nowMs: NOW });
    await endSession('staff', token);
    expect(await find(token, NOW)).toBeNull();
    expect(await find(other.token, NOW)).not.toBeNull();
    await endSessions(person);
    expect(await find(other.token, NOW)).toBeNull();
  });

  test('that is being used while it is ended stays ended', async () => {
    const { person, token } = await signIn();
    const late = NOW + touchMs + 1;
    await Promise.all([...Array.from({ length: 50 }, () => find(token, late)), endSessions(person)]);
    expect(await find(token, late)).toBeNull();
    expect(await redis.exists(`session:{${person}}:open`)).toBe(0);
  });

  test(`gives way when there are more than ${most}: the one that was used least recently`, async () => {
    const { person, token } = await signIn();
    const others = [];
    for (let n = 1; n < most; n += 1)
      others.push(await openSession('staff', person, 's1', { nowMs: NOW + n }));
    expect(await find(token, NOW + touchMs + most)).not.toBeNull();
    await openSession('staff', person, 's1', { nowMs: NOW + 2 * touchMs });
    expect(await find(token, NOW + 2 * touchMs)).not.toBeNull();
    expect(await find(others[0]?.token ?? '', NOW + 2 * touchMs)).toBeNull();
    expect(await find(others[1]?.token ?? '', NOW + 2 * touchMs)).not.toBeNull();
  });
});

describe('what a session rests on', () => {
  test('ends it when it changes, though nobody ended it', async () => {
    const { token } = await signIn();
    expect(await find(token, NOW, 's2')).toBeNull();
  });

  test('is looked at anew before a session is refused for it', async () => {
    const { person, token } = await signIn();
    expect(await find(token, NOW)).not.toBeNull();
    // The password was changed and somebody signed in again, all within this instance's memory of the person.
    const next = await openSession('staff', person, 's2', { nowMs: NOW });
    expect(await find(next.token, NOW, 's2')).not.toBeNull();
    expect(await find(token, NOW, 's2')).toBeNull();
  });

  test('is gone with the person, and does not come back with them', async () => {
    const { person, token } = await signIn();
    expect(await findSession('staff', token, async () => null, { nowMs: NOW })).toBeNull();
    forget(`session:${person}:standing`);
    expect(await find(token, NOW)).toBeNull();
  });
});

describe('a token that is none', () => {
  test('is refused without asking any store', async () => {
    const { person, token } = await signIn();
    const [id = '', secret = '', signature = ''] = token.split('.');
    const asked = vi.fn(async () => ({ stamp: 's1' }));
    const evaluated = vi.spyOn(redis, 'eval');
    const forged = [
      '',
      'nonsense',
      id,
      `${id}.${secret}`,
      `${id}.${secret}.${signature.slice(0, -1)}`,
      `${id}.${secret}.${signature}.more`,
      `${id}.${secret}x.${signature}`,
      `${newId('staff')}.${secret}.${signature}`,
      `${person.replace('staff_', 'cust_')}.${secret}.${signature}`,
      '__proto__.a.b',
    ];
    for (const wrong of forged) expect(await findSession('staff', wrong, asked)).toBeNull();
    // A member's session is none of a customer.
    expect(await findSession('cust', token, asked)).toBeNull();
    expect(asked).not.toHaveBeenCalled();
    expect(evaluated).not.toHaveBeenCalled();
    evaluated.mockRestore();
  });
});

test('without Redis nobody is signed in and nobody is signed out: it is said', async () => {
  const { token } = await signIn();
  vi.resetModules();
  vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:1');
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const fresh = await import('./sessions');
  const fault = await fresh.findSession('staff', token, always('s1')).catch((error: unknown) => error);
  expect((fault as Error).name).toBe(StoreUnavailable.name);
  await (await import('./redis/client')).closeRedis();
  silenced.mockRestore();
  vi.unstubAllEnvs();
});
