import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Cluster, type Job, startCluster, warmUp } from '@/stack/jobs/testing/crash/cluster';
import { expectNothingLeft, twice } from '@/stack/jobs/testing/crash/expect-sound';
import { type Span, spansOf } from '@/stack/jobs/testing/crash/marks';
import { until } from '@/stack/jobs/testing/until';

// What the engine promises when it, its app or its database dies, one death after the other.
vi.setConfig({ testTimeout: 90_000 });
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
  await Promise.all([cluster.startEngine(), cluster.startApp()]);
  await warmUp(cluster);
});
afterAll(() => cluster.stop());

/** The bodies of a step that ran so far for the run that an event started. */
async function bodiesOf(id: string, step: string): Promise<Span[]> {
  const runs = (await cluster.runs()).filter(({ event_id }) => event_id === id);
  return spansOf(cluster.marks(), step).filter(({ runId }) => runs.some((run) => run.id === runId));
}
const hasBegun = (id: string, step: string, times = 1) =>
  until(async () => expect(await bodiesOf(id, step)).toHaveLength(times), { everyMs: 20 });

async function killEngine(which = 0): Promise<void> {
  cluster.engine(which).signal('SIGKILL');
  await cluster.engine(which).ended;
}
async function killApp(): Promise<void> {
  cluster.app().signal('SIGKILL');
  await cluster.app().ended;
}

test('the engine is killed between taking an event and its first call: nothing is lost, a resend adds nothing', async () => {
  await killApp();
  const job: Job = { name: 'simple', id: 'taken' };
  await cluster.send([job]);
  await killEngine();
  expect(await bodiesOf('taken', 'only')).toEqual([]);
  await Promise.all([cluster.startEngine(), cluster.startApp()]);
  await cluster.send([job]);
  await cluster.completed([job]);
  expect((await cluster.runs()).filter(({ event_id }) => event_id === 'taken')).toHaveLength(1);
  expect(await bodiesOf('taken', 'only')).toHaveLength(1);
});

test('the engine is killed while a body runs: the body runs again, the memo is written once', async () => {
  const job: Job = { name: 'slow', id: 'engine-dies', data: { ms: 500 } };
  await cluster.send([job]);
  await hasBegun('engine-dies', 'slow work');
  await killEngine();
  // The app goes on, and nobody hears it.
  await until(async () => expect((await bodiesOf('engine-dies', 'slow work'))[0]?.to).not.toBeNull());
  await cluster.startEngine();
  const [run] = await cluster.completed([job]);
  const [first, second, ...more] = await bodiesOf('engine-dies', 'slow work');
  expect([first?.to, second?.to, more]).toEqual([expect.any(Number), expect.any(Number), []]);
  expect(JSON.parse(run?.output ?? '').work).toBe(second?.nonce);
  expect(await bodiesOf('engine-dies', 'before')).toHaveLength(1);
});

test('the app is killed while a body runs: that is a failed attempt, and earlier memos stay', async () => {
  const job: Job = { name: 'slow', id: 'app-dies', data: { ms: 400 } };
  await cluster.send([job]);
  await hasBegun('app-dies', 'slow work');
  await killApp();
  await cluster.startApp();
  const [run] = await cluster.completed([job]);
  const spans = await bodiesOf('app-dies', 'slow work');
  expect(spans.map(({ to }) => to)).toEqual([null, expect.any(Number)]);
  expect(await bodiesOf('app-dies', 'before')).toHaveLength(1);
  expect(JSON.parse(run?.output ?? '')).toEqual({
    before: expect.stringMatching(/^before:/),
    work: spans[1]?.nonce,
  });
});

test('the database cuts every connection again and again: the same engine goes on', async () => {
  const { pid } = cluster.engine();
  const jobs = Array.from({ length: 6 }, (_, n): Job => ({ name: 'order', id: `order-${n}`, data: { n } }));
  await cluster.send(jobs);
  for (let turn = 0; turn < 4; turn += 1) {
    await sleep(300);
    // Again as soon as it is back.
    await until(async () => {
      const cut = await cluster.database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'jobs'`,
      );
      expect(cut.length).toBeGreaterThan(0);
    });
  }
  await cluster.completed(jobs, 30_000);
  expect(() => process.kill(pid, 0)).not.toThrow();
});

test('a step that follows sleeps, waits or a race runs once, in 15 runs of each', async () => {
  const jobs = ['naps', 'two-waits', 'race'].flatMap((name) =>
    Array.from({ length: 15 }, (_, n): Job => ({ name, id: `${name}-${n}`, data: { pair: n } })),
  );
  await cluster.send(jobs);
  await until(async () => {
    const [row] = await cluster.database.query<{ waits: number }>(
      `select count(*)::int as waits from jobs.pause where event in ('crash/left', 'crash/right')`,
    );
    expect(row?.waits).toBe(30);
  });
  const sides = (side: string) =>
    Array.from({ length: 15 }, (_, n): Job => ({ name: side, id: `${side}-${n}`, data: { pair: n } }));
  await Promise.all([cluster.send(sides('left')), cluster.send(sides('right'))]);
  await cluster.completed(jobs);
  for (const step of ['after naps', 'after waits', 'after race']) {
    const runs = spansOf(cluster.marks(), step).map(({ runId }) => runId);
    expect(runs, step).toHaveLength(15);
    expect(new Set(runs).size, step).toBe(15);
  }
});

test('an engine that was frozen while another took over is not believed when it comes back', async () => {
  await cluster.startEngine(1);
  const job: Job = { name: 'slow', id: 'zombie', data: { ms: 600 } };
  await cluster.send([job]);
  await hasBegun('zombie', 'slow work');
  cluster.engine(0).signal('SIGSTOP');
  await hasBegun('zombie', 'slow work', 2);
  cluster.engine(0).signal('SIGCONT');
  const [run] = await cluster.completed([job]);
  const { work } = JSON.parse(run?.output ?? '') as { work: string };
  // The late answer was there first or last; one of the two is the memo, and the function saw that one.
  const memos = await cluster.database.query<{ value: string }>(
    `select value from jobs.step where run_id = $1 and name = 'work'`,
    [run?.id],
  );
  expect(memos.map(({ value }) => JSON.parse(value))).toEqual([{ data: work }]);
  expect(cluster.engine(0).log()).toContain('fenced');
});

test('a cron that is due fires once, with two engines of which the leading one is killed', async () => {
  const ticks = async () => (await cluster.runs()).filter(({ fn }) => fn === 'tick');
  const before = await ticks();
  // The instant lies in the past, as after a time without any engine; the next one is up to a minute away.
  const due = await cluster.database.query(
    `update jobs.cron set next_at = date_trunc('minute', now()) - interval '1 minute' returning fn_id`,
  );
  expect(due).toHaveLength(1);
  await killEngine(1);
  await killEngine(0);
  await Promise.all([cluster.startEngine(0), cluster.startEngine(1)]);
  await until(async () => expect((await ticks()).length).toBeGreaterThan(before.length));
  await sleep(700);
  expect(twice(await ticks())).toEqual([]);
  expect((await ticks()).filter(({ event_id }) => before.every((tick) => tick.event_id !== event_id)).length)
    // Two when the minute turned meanwhile.
    .toBeLessThanOrEqual(2);
});

test('after all that nothing ran twice, nothing failed, and nothing is left', async () => {
  await until(async () => {
    const open = (await cluster.runs()).filter(({ status }) => status !== 'completed');
    expect(open).toEqual([]);
  });
  expect(twice(await cluster.runs())).toEqual([]);
  await expectNothingLeft(cluster);
});
