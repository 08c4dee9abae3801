import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { collectGarbage } from './collect-garbage';
import { openDatabase } from './database';
import { type Engine, startEngine } from './start-engine';
import { engineApi } from './testing/engine-api';
import { done, type FakeApp, ops, startFakeApp, stepRun } from './testing/fake-app';
import { makeScratchDatabase, type ScratchDatabase } from './testing/scratch-database';
import { until } from './testing/until';

const undo: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function database(): Promise<ScratchDatabase> {
  const db = await makeScratchDatabase();
  undo.push(() => db.drop());
  return db;
}

async function app(id: string): Promise<FakeApp> {
  const made = await startFakeApp(id);
  undo.push(() => made.close());
  return made;
}

async function engine(
  db: ScratchDatabase,
  apps: FakeApp[],
  more: { leaderMs?: number } = {},
): Promise<Engine> {
  const started = await startEngine({
    databaseUrl: db.url,
    port: 0,
    apps: apps.map(({ url }) => url),
    retryIntervalMs: 50,
    leaseMs: 1_000,
    leaderMs: 600,
    ...more,
  });
  undo.push(() => started.stop());
  return started;
}

async function send(url: string, name: string, data: object = {}): Promise<string> {
  const { body } = await engineApi(url).call('/e/any', {
    method: 'POST',
    body: JSON.stringify({ name, data }),
  });
  return (body as { ids: string[] }).ids[0] ?? '';
}

async function synced(url: string): Promise<void> {
  await until(async () => {
    const { body } = await engineApi(url).call('/status.json');
    expect((body as { apps: { ok: boolean }[] }).apps.every(({ ok }) => ok)).toBe(true);
  });
}

test('two engines that start at once on an empty database both serve, one leads, and the other goes on when it stops', async () => {
  const db = await database();
  const demo = await app('pair');
  demo.fn('hello', {}, () => done('hello'));
  const [first, second] = await Promise.all([engine(db, [demo]), engine(db, [demo])]);
  await Promise.all([synced(first.url), synced(second.url)]);
  const leads = async () => {
    const bodies = await Promise.all([first, second].map(({ url }) => engineApi(url).call('/health')));
    return bodies.map(({ body }) => (body as { leader: boolean }).leader);
  };
  expect((await until(leads)).filter(Boolean)).toHaveLength(1);
  for (const { url } of [first, second]) {
    expect(await engineApi(url).result(await send(url, 'pair/hello'))).toMatchObject({ output: 'hello' });
  }
  const [firstLeads] = await leads();
  await (firstLeads ? first : second).stop();
  const left = (firstLeads ? second : first).url;
  expect(await engineApi(left).result(await send(left, 'pair/hello'))).toMatchObject({ output: 'hello' });
  expect(demo.callsOf('hello')).toHaveLength(3);
});

test('what is sent before an app was ever heard of starts its runs once it is', async () => {
  const db = await database();
  const demo = await app('late');
  demo.fn('hello', {}, () => done('hello'));
  demo.fn('other', {}, () => done('other'));
  await demo.close();
  const { url, stop } = await engine(db, [demo]);
  const first = await send(url, 'late/hello');
  await stop();
  const again = await engine(db, [demo]);
  const second = await send(again.url, 'late/hello');
  await demo.open();
  for (const id of [first, second]) {
    expect(await engineApi(again.url).result(id)).toMatchObject({ output: 'hello' });
  }
  expect(demo.calls).toHaveLength(2);
  // From then on an event starts what there was when it came.
  const unheard = await send(again.url, 'late/new');
  demo.fn('new', {}, () => done('new'));
  await engineApi(again.url).call('/v1/apps/late/sync', { method: 'PUT' });
  expect(await engineApi(again.url).result(await send(again.url, 'late/new'))).toMatchObject({
    output: 'new',
  });
  expect(await engineApi(again.url).runsOf(unheard)).toEqual([]);
});

test('whoever waits for the engine may send at once', async () => {
  const db = await database();
  const demo = await app('eager');
  demo.fn('hello', {}, () => done('hello'));
  const { url } = await engine(db, [demo]);
  expect((await engineApi(url).call('/health')).status).toBe(200);
  expect(await engineApi(url).result(await send(url, 'eager/hello'))).toMatchObject({ output: 'hello' });
});

test('an idle engine asks Postgres less than twice a second', async () => {
  const db = await database();
  const demo = await app('idle');
  demo.fn('hello', {}, () => done(1));
  const { url } = await engine(db, [demo], { leaderMs: 3_000 });
  await synced(url);
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  // The shop's own database has the counter, for all of them.
  const shop = new pg.Client(process.env.POSTGRES_URL_NON_POOLING);
  await shop.connect();
  undo.push(() => shop.end());
  const statements = async () => {
    const { rows } = await shop.query<{ calls: string }>(
      `select coalesce(sum(calls), 0) as calls from pg_stat_statements
       where dbid = (select oid from pg_database where datname = $1)`,
      [new URL(db.url).pathname.slice(1)],
    );
    return Number(rows[0]?.calls);
  };
  const before = await statements();
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const asked = (await statements()) - before;
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(10);
});

test('a call that is lost twenty times fails its run, by that name', async () => {
  const db = await database();
  const demo = await app('lost');
  demo.fn('deadly', {}, async (_, nth) => {
    if (nth === 1) await new Promise((resolve) => setTimeout(resolve, 4_000));
    return done(1);
  });
  const { url, stop } = await engine(db, [demo]);
  await synced(url);
  const id = await send(url, 'lost/deadly');
  await until(() => expect(demo.callsOf('deadly')).toHaveLength(1));
  await stop();
  await db.query(
    "update jobs.job set lost = 19, token = gen_random_uuid(), lease_until = now() - interval '1 second'",
  );
  const next = await engine(db, [demo]);
  const run = await engineApi(next.url).result(id);
  expect(run).toMatchObject({
    status: 'Failed',
    output: { message: expect.stringContaining('lost 20 times') },
  });
  expect(demo.callsOf('deadly')).toHaveLength(1);
});

test('names, values and errors that Postgres cannot keep as they are harm nobody', async () => {
  const db = await database();
  const demo = await app('odd');
  const odd = 'a\u0000b\ud800c';
  demo.fn('odd', { retries: 0 }, (_, nth) =>
    nth === 1 ? ops({ ...stepRun('x', { odd }), displayName: odd }) : done({ odd }),
  );
  const { url } = await engine(db, [demo]);
  await synced(url);
  const run = await engineApi(url).result(await send(url, 'odd/odd', { odd }));
  expect(run).toMatchObject({ status: 'Completed', output: { odd } });
});

test('what is older than it is kept is deleted, with all that belongs to it', async () => {
  const db = await database();
  const demo = await app('old');
  demo.fn('hello', {}, (_, nth) => (nth === 1 ? ops(stepRun('x', 1)) : done(1)));
  const { url } = await engine(db, [demo]);
  await synced(url);
  await engineApi(url).result(await send(url, 'old/hello'));
  await db.query("update jobs.run set ended_at = now() - interval '8 days'");
  await db.query("update jobs.event set received_at = now() - interval '8 days'");
  const own = openDatabase(db.url);
  undo.push(() => own.close());
  await collectGarbage(own, 7 * 86_400_000);
  for (const table of ['run', 'step', 'attempt', 'event', 'job', 'op', 'pause']) {
    expect([table, await db.query(`select from jobs.${table}`)]).toEqual([table, []]);
  }
});

test('a port that is taken, and a database that is not there, are told in a sentence', async () => {
  const db = await database();
  const other = createServer().listen(0, '127.0.0.1');
  undo.push(() => new Promise((resolve) => other.close(resolve)));
  await until(() => expect(other.address()).not.toBeNull());
  const { port } = other.address() as AddressInfo;
  const apps = ['http://127.0.0.1:9/x'];
  await expect(startEngine({ databaseUrl: db.url, port, apps })).rejects.toThrow(`Port ${port} is taken`);
  const nowhere = new URL(db.url);
  nowhere.pathname = '/nowhere';
  await expect(startEngine({ databaseUrl: nowhere.href, port: 0, apps })).rejects.toThrow(
    'refuses the connection',
  );
  await expect(startEngine({ databaseUrl: db.url, port: 0, host: '0.0.0.0', apps })).rejects.toThrow(
    'needs a signing key',
  );
});
