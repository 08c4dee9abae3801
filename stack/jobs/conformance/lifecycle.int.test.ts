import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { engineApi } from '@/stack/jobs/testing/engine-api';
import {
  type EngineProcess,
  engineReady,
  jobsScript,
  launchEngine,
} from '@/stack/jobs/testing/engine-process';
import { done, type FakeApp, ops, sleepOp, startFakeApp, stepRun } from '@/stack/jobs/testing/fake-app';
import { foreignEngine } from '@/stack/jobs/testing/open-suite';
import { makeScratchDatabase, type ScratchDatabase } from '@/stack/jobs/testing/scratch-database';
import { until } from '@/stack/jobs/testing/until';
import { reservePorts } from '@/stack/ports/reserve-ports';
import { repositoryRoot } from '@/stack/repository-root';

// The command, its apps and what changes while it runs: what only our own engine promises.
vi.setConfig({ maxConcurrency: 100, testTimeout: 40_000 });
const row = await reservePorts(3);
const api = engineApi(`http://127.0.0.1:${row.base}`);
const eventually = (check: () => Promise<void> | void, timeout = 15_000) =>
  vi.waitFor(check, { timeout, interval: 100 });

describe.skipIf(foreignEngine !== undefined).concurrent('the engine', async () => {
  const pulled = await startFakeApp('pulled');
  const late = await startFakeApp('late');
  let database: ScratchDatabase;
  let engine: EngineProcess;
  let lateIsOpen: Promise<void>;
  let openLateAt = Number.POSITIVE_INFINITY;
  let sentAtOnce = '';
  let sentTooEarly = '';
  const others: FakeApp[] = [];

  async function otherApp(id: string): Promise<FakeApp> {
    const app = await startFakeApp(id);
    others.push(app);
    return app;
  }
  const registered = async (app: FakeApp) =>
    expect(await app.register(api.url)).toMatchObject({ status: 200, body: { ok: true } });

  beforeAll(async () => {
    await late.close();
    lateIsOpen = until(() => expect(Date.now()).toBeGreaterThan(openLateAt), { timeoutMs: 40_000 }).then(
      late.open,
    );
    database = await makeScratchDatabase();
    engine = launchEngine({ port: row.base, databaseUrl: database.url, apps: [pulled.url, late.url] });
    await engineReady(engine);
    sentAtOnce = await send('pulled/first', { n: 1 });
    sentTooEarly = await send('late/early', { n: 2 });
    openLateAt = Date.now() + 1_500;
  });
  afterAll(async () => {
    await engine.stop();
    await Promise.all([pulled, late, ...others].map((app) => app.close()));
    await database.drop();
    row.lock.release();
  });

  async function send(name: string, data: Record<string, unknown> = {}): Promise<string> {
    const { body } = await api.call('/e/x', { method: 'POST', body: JSON.stringify({ name, data }) });
    return (body as { ids: [string] }).ids[0];
  }
  /** Until the function is known, its event starts nothing. */
  const runs = (app: FakeApp, name: string) =>
    eventually(async () => {
      await send(`${app.appId}/${name}`);
      await sleep(200);
      expect(app.callsOf(name).length).toBeGreaterThan(0);
    });

  pulled.fn('first', { retries: 0 }, () => done(1));
  test('asks the apps it was started with for their functions, without being told', async () => {
    await runs(pulled, 'first');
  });

  test('is ready only when it knows the apps that are up: what is sent at once is run', async () => {
    expect(await api.result(sentAtOnce)).toMatchObject({ status: 'Completed', output: 1 });
  });

  late.fn('early', { retries: 0 }, (call) => done(call.body.event?.data.n));
  test('keeps what was sent before an app was ever seen, and runs it then, once', async () => {
    expect(await api.runsOf(sentTooEarly)).toEqual([]);
    await lateIsOpen;
    expect(await api.result(sentTooEarly)).toMatchObject({ status: 'Completed', output: 2 });
    await sleep(500);
    expect(late.callsOf('early')).toHaveLength(1);
  });

  late.fn('second', { retries: 0 }, () => done(2));
  test('finds an app that comes up after it', async () => {
    await lateIsOpen;
    await runs(late, 'second');
  });

  test('forgets a function that its app no longer has, and takes it back', async () => {
    const app = await otherApp('shrinking');
    const goes = () => app.fn('goes', { retries: 0 }, () => done('goes'));
    app.fn('stays', { retries: 0 }, () => done('stays'));
    goes();
    await registered(app);
    expect(await api.result(await send('shrinking/goes'))).toMatchObject({ output: 'goes' });
    app.drop('goes');
    await registered(app);
    const ids = [await send('shrinking/goes'), await send('shrinking/stays')];
    expect(await api.result(ids[1] ?? '')).toMatchObject({ output: 'stays' });
    expect(await api.runsOf(ids[0] ?? '')).toEqual([]);
    goes();
    await registered(app);
    expect(await api.result(await send('shrinking/goes'))).toMatchObject({ output: 'goes' });
  });

  test('ends what is in flight although its function has gone', async () => {
    const app = await otherApp('leaving');
    let calls = 0;
    app.fn('stays', { retries: 0 }, () => done(null));
    app.fn('sleeper', { retries: 0 }, () => {
      calls += 1;
      return calls === 1 ? ops(sleepOp('nap', '1s')) : done('end');
    });
    await registered(app);
    const id = await send('leaving/sleeper');
    await eventually(() => expect(calls).toBe(1));
    // Out of the list, but the code would still answer.
    const listed = app.functions;
    app.functions = () => listed().filter(({ name }) => name !== 'sleeper');
    await registered(app);
    expect(await api.result(id)).toMatchObject({ status: 'Completed', output: 'end' });
    expect(await api.runsOf(await send('leaving/sleeper'))).toEqual([]);
  });

  test('an app that moves is called at its new address, and what it left behind is gone', async () => {
    const [old, moved] = [await otherApp('nomad'), await otherApp('nomad')];
    old.fn('work', { retries: 0 }, () => done('old'));
    old.fn('dropped', { retries: 0 }, () => done('old'));
    moved.fn('work', { retries: 0 }, () => done('new'));
    await registered(old);
    expect(await api.result(await send('nomad/work'))).toMatchObject({ output: 'old' });
    await old.close();
    await registered(moved);
    expect(await api.result(await send('nomad/work'))).toMatchObject({ output: 'new' });
    const id = await send('nomad/dropped');
    await sleep(800);
    expect(await api.runsOf(id)).toEqual([]);
  });

  test('a refused registration leaves everything as it was', async () => {
    const app = await otherApp('half-broken');
    app.fn('sound', { retries: 0 }, () => done('sound'));
    await registered(app);
    app.fn('broken', { triggers: [{ cron: 'at noon' }] }, () => done(null));
    expect(await app.register(api.url)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('at noon'), status: 400 },
    });
    expect(await api.result(await send('half-broken/sound'))).toMatchObject({ output: 'sound' });
  });

  test('crons are added, changed and taken away as their app says', async () => {
    const app = await otherApp('clock');
    const crons = () =>
      database.query<{ fn_id: string; expression: string }>(
        `select fn_id, expression from jobs.cron where fn_id like 'clock-%' order by 1, 2`,
      );
    app.fn('tick', { triggers: [{ cron: '*/5 * * * *' }, { cron: 'TZ=Europe/Paris 0 9 * * 1-5' }] }, () =>
      done(null),
    );
    await registered(app);
    const next = await database.query(
      `select next_at from jobs.cron where fn_id = 'clock-tick' order by expression`,
    );
    expect(await crons()).toEqual([
      { fn_id: 'clock-tick', expression: '*/5 * * * *' },
      { fn_id: 'clock-tick', expression: 'TZ=Europe/Paris 0 9 * * 1-5' },
    ]);
    await registered(app);
    expect(
      await database.query(`select next_at from jobs.cron where fn_id = 'clock-tick' order by expression`),
    ).toEqual(next);
    const [paris] = await database.query<{ hour: number }>(
      `select extract(hour from next_at at time zone 'Europe/Paris')::int as hour from jobs.cron
       where expression like 'TZ=%' and fn_id = 'clock-tick'`,
    );
    expect(paris).toEqual({ hour: 9 });
    app.fn('tick', { triggers: [{ cron: '@daily' }] }, () => done(null));
    await registered(app);
    expect(await crons()).toEqual([{ fn_id: 'clock-tick', expression: '@daily' }]);
    app.fn('tick', { triggers: [{ event: 'clock/tick' }] }, () => done(null));
    await registered(app);
    expect(await crons()).toEqual([]);
  });

  test('a cron that is due runs once, with an event that tells when it was due', async () => {
    const app = await otherApp('cuckoo');
    app.fn('call', { retries: 0, triggers: [{ cron: '* * * * *' }] }, () => done('cuckoo'));
    await registered(app);
    await database.query(
      `update jobs.cron set next_at = date_trunc('minute', now()) where fn_id = 'cuckoo-call'`,
    );
    await eventually(() => expect(app.callsOf('call').length).toBeGreaterThan(0));
    await sleep(1_000);
    const [row] = await database.query<{ ahead: boolean }>(
      `select next_at > now() as ahead from jobs.cron where fn_id = 'cuckoo-call'`,
    );
    expect(row).toEqual({ ahead: true });
    const ids = app.callsOf('call').map(({ body }) => body.event?.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(app.callsOf('call')[0]?.body.event).toMatchObject({
      name: 'inngest/scheduled.timer',
      data: { cron: '* * * * *' },
    });
  });

  test('does not let another page of the browser cancel, rerun or invoke', async () => {
    const { run_id } = await api.result(await send('pulled/first'));
    for (const [method, path] of [
      ['DELETE', `/v1/runs/${run_id}`],
      ['POST', `/v1/runs/${run_id}/rerun`],
      ['POST', `/runs/${run_id}/rerun`],
      ['POST', '/invoke/pulled-first'],
    ] as const) {
      const answer = await api.call(path, { method, body: '{}', headers: { origin: 'http://evil.test' } });
      expect(answer.status, path).toBe(403);
    }
  });

  const script = '<script>alert(1)</script>';
  pulled.fn('markup', { retries: 0, name: script }, () => done(script));
  test('shows what runs were about without believing it', async () => {
    await runs(pulled, 'markup');
    const { run_id } = await api.result(await send('pulled/markup', { [script]: script }));
    for (const path of ['/', `/runs/${run_id}`]) {
      const { status, body } = await api.call(path);
      expect(status).toBe(200);
      expect(String(body)).not.toContain(script);
    }
    expect(String((await api.call(`/runs/${run_id}`)).body)).toContain(run_id);
  });

  test('shows its state, to machines and to people', async () => {
    const [health, status, page] = await Promise.all([
      api.call('/health'),
      api.call('/status.json'),
      api.call('/'),
    ]);
    expect(health.status).toBe(200);
    expect(status).toMatchObject({ status: 200, body: expect.any(Object) });
    expect(page.status).toBe(200);
    expect(String(page.body)).toContain('<html');
  });
});

describe.skipIf(foreignEngine !== undefined).concurrent('a restart', () => {
  test('stops on SIGTERM within seconds, keeps timers, registrations and the answer that was on its way', async () => {
    const database = await makeScratchDatabase();
    const app = await startFakeApp('kept');
    app.fn('sleeper', { retries: 0 }, (_, nth) => (nth === 1 ? ops(sleepOp('nap', '3s')) : done('woke')));
    let working = 0;
    app.fn('worker', { retries: 0 }, async (_, nth) => {
      if (nth > 1) return done('worked');
      working += 1;
      await sleep(700);
      return ops(stepRun('work', working));
    });
    const options = { port: row.base + 1, databaseUrl: database.url, apps: [app.url] };
    const own = engineApi(`http://127.0.0.1:${row.base + 1}`);
    const first = launchEngine(options);
    let second: EngineProcess | null = null;
    try {
      await engineReady(first);
      await app.register(own.url);
      const send = async (name: string) => {
        const answer = await own.call('/e/x', { method: 'POST', body: JSON.stringify({ name, data: {} }) });
        return (answer.body as { ids: [string] }).ids[0];
      };
      const ids = [await send('kept/sleeper'), await send('kept/worker')];
      await eventually(() => {
        expect(app.callsOf('sleeper')).toHaveLength(1);
        expect(working).toBe(1);
      });
      const from = Date.now();
      first.signal('SIGTERM');
      expect(await first.ended).toBe('status 0');
      expect(Date.now() - from).toBeLessThan(5_000);
      second = launchEngine(options);
      await engineReady(second);
      const [sleeper, worker] = await Promise.all(ids.map((id) => own.result(id)));
      expect([sleeper?.output, worker?.output]).toEqual(['woke', 'worked']);
      expect(working).toBe(1);
    } finally {
      await first.stop();
      await second?.stop();
      await app.close();
      await database.drop();
    }
  });
});

describe.skipIf(foreignEngine !== undefined).concurrent('the command', () => {
  const good = [
    '--port',
    String(row.base + 2),
    '--database-url',
    'postgres://127.0.0.1:9/x',
    '--app',
    'http://127.0.0.1:9/x',
  ];
  const without = (flag: string) =>
    good.filter((_, index) => good[index] !== flag && good[index - 1] !== flag);
  test.each([
    ['--database-url', without('--database-url')],
    ['--app', without('--app')],
    ['--bogus', [...good, '--bogus', '1']],
    ['--signing-key', [...good, '--signing-key', 'not-hex']],
  ])('refuses its arguments with one sentence about %s', async (named, args) => {
    const child = spawn('node', ['cli/bootstrap.mjs', jobsScript(), ...args], { cwd: repositoryRoot });
    const written: string[] = [];
    child.stderr.on('data', (chunk) => written.push(String(chunk)));
    child.stdout.on('data', (chunk) => written.push(String(chunk)));
    const [status] = (await once(child, 'exit')) as [number];
    expect(status, written.join('')).toBe(1);
    expect(written.join('')).toContain(named);
    expect(written.join('')).not.toContain('    at ');
  });
});
