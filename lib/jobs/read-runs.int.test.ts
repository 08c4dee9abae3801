import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { newId } from '@/lib/kernel/ids';
import { askJobBoard } from '@/lib/platform/job-board';
import { type Engine, startEngine } from '@/stack/jobs/start-engine';
import { engineApi } from '@/stack/jobs/testing/engine-api';
import { done, type FakeApp, ops, sleepOp, startFakeApp, stepRun } from '@/stack/jobs/testing/fake-app';
import { makeScratchDatabase, type ScratchDatabase } from '@/stack/jobs/testing/scratch-database';
import { until } from '@/stack/jobs/testing/until';
import { cancelRun, replayRun } from './move-run';
import { findRun, getJobs, listRuns } from './read-runs';

const actor = newId('staff');
const orderId = newId('ord');
const KEYS = ['INNGEST_DEV', 'INNGEST_BASE_URL', 'INNGEST_EVENT_KEY', 'INNGEST_SIGNING_KEY'] as const;
const before = KEYS.map((key) => [key, process.env[key]] as const);
let database: ScratchDatabase;
let app: FakeApp;
let engine: Engine;

function useEngine(url: string) {
  for (const key of KEYS) delete process.env[key];
  process.env.INNGEST_DEV = url;
}

beforeAll(async () => {
  database = await makeScratchDatabase();
  app = await startFakeApp('shop');
  app.fn('fails', {}, (_, nth) =>
    nth === 1
      ? ops(stepRun('look it up', 1))
      : {
          status: 500,
          headers: { 'x-inngest-no-retry': 'true' },
          body: { name: 'Error', message: '550 <ada@example.com> is unknown' },
        },
  );
  app.fn('sleeps', {}, (_, nth) => (nth === 1 ? ops(sleepOp('wait for morning', '1h')) : done(1)));
  engine = await startEngine({ databaseUrl: database.url, port: 0, apps: [app.url], retryIntervalMs: 50 });
  useEngine(engine.url);
  await until(async () => expect((await getJobs()).functions).toHaveLength(2));
  for (const name of ['fails', 'sleeps']) {
    await engineApi(engine.url).call('/e/any', {
      method: 'POST',
      body: JSON.stringify({ name: `shop/${name}`, data: { orderId, to: 'ada@example.com' } }),
    });
  }
}, 30_000);

afterAll(async () => {
  await engine.stop();
  await app.close();
  await database.drop();
  for (const [key, value] of before) {
    if (value === undefined) delete process.env[key];
    else process.env[key] = value;
  }
  await closeDatabase();
});

async function list(status: 'failed' | 'running' | 'queued' | 'completed') {
  const found = await listRuns({ status, limit: 10 });
  if (!found.ok) throw new Error(found.reason);
  return found.value.items;
}

async function find(id: string) {
  const found = await findRun(id);
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

test('a run that failed tells its steps, tries and why, and of what it was started by nothing personal', async () => {
  await until(async () => expect(await list('failed')).toHaveLength(1));
  const [{ id = '', error = '' } = {}] = await list('failed');
  expect(error).toContain('550 <…@…> is unknown');
  const run = await find(id);
  expect(run).toMatchObject({ status: 'failed', steps: [{ name: 'look it up' }], next: [] });
  expect(run.attempts.map(({ isOk }) => isOk)).toContain(false);
  expect(run.events).toMatchObject([{ name: 'shop/fails', data: { orderId, to: '…' } }]);
  expect(JSON.stringify(run)).not.toContain('ada@');
});

test('it is run again, as a run of its own, and that somebody did is in the audit log', async () => {
  const [failed] = await list('failed');
  const made = await replayRun(failed?.id ?? '', { actor });
  if (!made.ok) throw new Error(made.reason);
  expect(made.value.id).not.toBe(failed?.id);
  await until(async () => expect((await find(made.value.id)).endedAt).not.toBeNull());
  const audit = await query('test_audit', 'select action, subject from audit_log where actor = $1', [actor]);
  expect(audit).toEqual([{ action: 'job.replayed', subject: failed?.id }]);
});

test('a run that waits tells until when, and is cancelled; one that has ended is not', async () => {
  await until(async () => {
    const waiting = [...(await list('running')), ...(await list('queued'))];
    expect(waiting).toHaveLength(1);
    expect((await find(waiting[0]?.id ?? '')).waits).toHaveLength(1);
  });
  const [{ id = '' } = {}] = [...(await list('running')), ...(await list('queued'))];
  const run = await find(id);
  expect(run.waits[0]).toMatchObject({ step: 'wait for morning', kind: 'sleep' });
  expect(Date.parse(run.goesOnAt ?? '')).toBeGreaterThan(Date.now() + 50 * 60_000);
  expect(await cancelRun(id, { actor })).toEqual({ ok: true, value: { id } });
  await until(async () => expect((await find(id)).status).toBe('cancelled'));
  expect(await cancelRun(id, { actor })).toEqual({ ok: false, reason: 'run-ended' });
  expect(await cancelRun('01ZZZZZZZZZZZZZZZZZZZZZZZZ', { actor })).toEqual({
    ok: false,
    reason: 'run-not-found',
  });
});

test('pages meet every run once', async () => {
  const all = await listRuns({ limit: 100 });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRuns({ limit: 1, cursor });
    if (!page.ok) throw new Error(page.reason);
    seen.push(...page.value.items.map(({ id }) => id));
    cursor = page.value.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(all.ok ? all.value.items.map(({ id }) => id) : []);
  expect(seen.length).toBeGreaterThanOrEqual(3);
});

test('another server is told apart from one that does not answer', async () => {
  const other = createServer((_, response) => response.writeHead(404).end('nothing here')).listen(
    0,
    '127.0.0.1',
  );
  await new Promise((listening) => other.once('listening', listening));
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  const ask = () => askJobBoard('GET', '/v1/board/runs', { eventsUrl: url, engineUrl: url });
  expect(await ask()).toEqual({ kind: 'elsewhere', dashboardUrl: url });
  await new Promise((closed) => other.close(closed));
  expect(await ask()).toEqual({ kind: 'unreachable' });
  expect(await askJobBoard('GET', '/', { eventsUrl: url, engineUrl: null })).toMatchObject({
    kind: 'elsewhere',
  });
  expect(await askJobBoard('GET', '/', null)).toEqual({ kind: 'none' });
});
