import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { type Engine, startEngine } from '@/stack/jobs/start-engine';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { type HttpFaultProxy, startHttpFaultProxy } from '@/stack/testing/http-fault-proxy';
import { announce, nudgeOutbox, relayOutbox } from './outbox';

const name = `test/${randomUUID().slice(0, 8)}`;
// A stack of its own: the relay takes every row of the outbox, those of other tests too.
let stack: TestStack;
let engine: Engine;
let proxy: HttpFaultProxy;

beforeAll(async () => {
  stack = await startTestStack();
  Object.assign(process.env, stack.env);
  engine = await startEngine({
    databaseUrl: stack.env.POSTGRES_URL_NON_POOLING ?? '',
    port: 0,
    apps: [],
    eventKey: 'key',
    signingKey: 'signkey-test-00',
  });
  proxy = await startHttpFaultProxy(engine.url);
  process.env.INNGEST_BASE_URL = proxy.url;
  process.env.INNGEST_EVENT_KEY = 'key';
  process.env.INNGEST_SIGNING_KEY = 'signkey-test-00';
  process.env.RELAY_RUSH_PER_SECOND = '2';
}, 60_000);

afterEach(async () => {
  proxy.mend();
  await atomically([sql`delete from outbox where name like ${`${name}%`}`]);
});

afterAll(async () => {
  await proxy.close();
  await engine.stop();
  await closeDatabase();
  await stack.stop();
});

async function write(count: number, kind = 'happened') {
  const ids = Array.from({ length: count }, () => newId('evt'));
  await atomically(ids.map((id, at) => announce(`${name}.${kind}`, { at }, id)));
  return ids;
}

const waiting = async () =>
  (
    await query<{ n: number }>('outbox_waiting', 'select count(*)::int as n from outbox where name like $1', [
      `${name}%`,
    ])
  )[0]?.n;

/** How often the engine holds each event, by the id that its function runs go by. */
async function received(ids: readonly string[]): Promise<number[]> {
  const rows = await query<{ id: string; n: number }>(
    'outbox_received',
    'select id, count(*)::int as n from jobs.event group by 1',
    [],
  );
  const counts = new Map(rows.map((row) => [row.id, row.n]));
  return ids.map((id) => counts.get(id) ?? 0);
}

it('what somebody listens to reaches the engine once, the rest is dropped', async () => {
  const ids = await write(3);
  await write(2, 'ignored');
  expect(await relayOutbox([`${name}.happened`])).toBe(5);
  expect([await received(ids), await waiting()]).toEqual([[1, 1, 1], 0]);
});

it('the answer is lost after the engine took the events: they are sent again under the same ids, by which the engine counts them once', async () => {
  const ids = await write(2);
  proxy.atRequest({ path: '/e/' }, { kind: 'answer-lost' });
  await expect(relayOutbox([`${name}.happened`])).rejects.toThrow();
  expect([await received(ids), await waiting()]).toEqual([[1, 1], 2]);
  await relayOutbox([`${name}.happened`]);
  expect([await received(ids), await waiting()]).toEqual([[2, 2], 0]);
});

it('an engine that is away keeps nothing from being sent later', async () => {
  const ids = await write(1);
  proxy.atRequest({ path: '/e/' }, { kind: 'status', status: 503 });
  await expect(relayOutbox([`${name}.happened`])).rejects.toThrow('503');
  expect([await received(ids), await waiting()]).toEqual([[0], 1]);
  await relayOutbox([`${name}.happened`]);
  expect([await received(ids), await waiting()]).toEqual([[1], 0]);
});

it('a relay that died with its lease is followed by another, and two at once share the work', async () => {
  const ids = await write(700);
  await atomically([
    sql`update outbox set leased_until = now() - interval '1 second' where id = ${toUuid(ids[0] ?? newId('evt'))}::uuid`,
  ]);
  await Promise.all([relayOutbox([`${name}.happened`]), relayOutbox([`${name}.happened`])]);
  expect(await waiting()).toBe(0);
  expect(new Set(await received(ids))).toEqual(new Set([1]));
});

it('a rush of writes is relayed by one, and what is written while it works is sent as well', async () => {
  const names = [`${name}.happened`];
  const ids = await write(600);
  for (let n = 0; n < 200; n += 1) nudgeOutbox(names);
  await expect.poll(waiting, { timeout: 15_000 }).toBeLessThan(600);
  ids.push(...(await write(5)));
  for (let n = 0; n < 100; n += 1) nudgeOutbox(names);
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
  expect(new Set(await received(ids))).toEqual(new Set([1]));
}, 40_000);

it('while a rush lasts, few of its events leave a second, what somebody waits for at once; the rest follows', async () => {
  const sold = `orders/${name}`;
  const names = [sold, `${name}.asked`];
  const ids = Array.from({ length: 100 }, () => newId('evt'));
  await atomically(ids.map((id) => announce(sold, {}, id)));
  const waiting = async () =>
    (
      await query<{ n: number }>('outbox_sold', 'select count(*)::int as n from outbox where name = $1', [
        sold,
      ])
    )[0]?.n;
  const rush = setInterval(() => nudgeOutbox(names), 5);
  await expect.poll(waiting, { timeout: 10_000 }).toBeLessThan(100);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const asked = await write(1, 'asked');
  await expect.poll(() => received(asked), { timeout: 5_000 }).toEqual([1]);
  expect(await waiting()).toBeGreaterThan(80);
  clearInterval(rush);
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
  expect(new Set(await received(ids))).toEqual(new Set([1]));
}, 40_000);

it('a sweep leaves a rush to those who write, and takes what they left when it is over', async () => {
  const names = [`${name}.happened`];
  const ids = await write(60);
  expect(await relayOutbox(names, { leavesRush: true, sweepForMs: 5_000 })).toBe(0);
  expect(await waiting()).toBe(60);
  await expect
    .poll(() => relayOutbox(names, { leavesRush: true, sweepForMs: 5_000 }), { timeout: 10_000 })
    .toBe(60);
  expect([new Set(await received(ids)), await waiting()]).toEqual([new Set([1]), 0]);
});
