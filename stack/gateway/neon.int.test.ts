import { neon, neonConfig } from '@neondatabase/serverless';
import { createPool, type VercelPool } from '@vercel/postgres';
import { eq, sql } from 'drizzle-orm';
import { bigint, boolean, integer, jsonb, numeric, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/vercel-postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestGateway, type TestGateway } from './start-test-gateway';

const schema = `gateway_test_${process.pid}`;
const things = pgTable(`${schema}_things`, {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull().unique(`${schema}_name_key`),
  price: bigint({ mode: 'bigint' }),
  ratio: numeric(),
  open: boolean(),
  tags: text().array(),
  more: jsonb(),
  madeAt: timestamp({ withTimezone: true, mode: 'date' }),
});

let gateway: TestGateway;
let direct: Client;
let pool: VercelPool;
let url: string;

beforeAll(async () => {
  gateway = await startTestGateway();
  neonConfig.fetchEndpoint = `${gateway.url}/sql`;
  neonConfig.poolQueryViaFetch = true;
  const address = new URL(gateway.postgresUrl);
  // @vercel/postgres takes this host or a pooled one only.
  address.hostname = 'localhost';
  url = address.href;
  pool = createPool({ connectionString: url });
  direct = new Client(gateway.postgresUrl);
  await direct.connect();
  await direct.query(`create table ${schema}_things (
    id integer primary key generated always as identity, name text not null constraint ${schema}_name_key unique,
    price bigint, ratio numeric, open boolean, tags text[], more jsonb, "madeAt" timestamptz,
    constraint ${schema}_price_check check (price >= 0))`);
});

afterAll(async () => {
  await direct.query(`drop table ${schema}_things`);
  await direct.end();
  await gateway.close();
});

test('Drizzle over HTTP writes and reads what it would over TCP', async () => {
  const db = drizzle(pool, { schema: { things } });
  const thing = {
    name: `naïve "quoted" ☃`,
    price: 9_007_199_254_740_993n,
    ratio: '0.10',
    open: true,
    tags: ['a,b', '"c"', ''],
    more: { deep: [1, null, 'x'] },
    madeAt: new Date('2026-01-02T03:04:05.678Z'),
  };
  const [made] = await db.insert(things).values(thing).returning();
  expect(made).toEqual({ id: expect.any(Number), ...thing });
  expect(await db.query.things.findFirst({ where: eq(things.name, thing.name) })).toEqual(made);
  const [empty] = await db.insert(things).values({ name: 'empty' }).returning();
  expect(empty).toMatchObject({ price: null, open: null, tags: null });
  const counted = await db.execute<{ n: string }>(sql`select count(*) as n from ${things}`);
  expect(counted.rows).toEqual([{ n: '2' }]);
  const updated = await db.update(things).set({ open: false }).where(eq(things.name, 'empty'));
  expect(updated.rowCount).toBe(1);
  const prepared = db
    .select({ id: things.id })
    .from(things)
    .where(eq(things.name, sql.placeholder('name')))
    .prepare('by_name');
  expect(await prepared.execute({ name: 'empty' })).toEqual([{ id: empty?.id }]);
});

test('a refusal of the database arrives whole: code, constraint, detail', async () => {
  await direct.query(`insert into ${schema}_things (name) values ('taken')`);
  await expect(
    pool.query(`insert into ${schema}_things (name) values ($1)`, ['taken']),
  ).rejects.toMatchObject({
    name: 'NeonDbError',
    code: '23505',
    severity: 'ERROR',
    constraint: `${schema}_name_key`,
    table: `${schema}_things`,
    detail: 'Key (name)=(taken) already exists.',
    message: expect.stringContaining('duplicate key'),
  });
  await expect(pool.query('select wrong')).rejects.toMatchObject({ code: '42703', position: '8' });
});

test('a result says what node-postgres says, in both shapes', async () => {
  const query = neon(url, { fullResults: true });
  const objects = await query('select 1::int as n, null as nothing, now() as at');
  expect(objects).toMatchObject({ command: 'SELECT', rowCount: 1, rowAsArray: false });
  expect(objects.rows[0]).toMatchObject({ n: 1, nothing: null, at: expect.any(Date) });
  expect(objects.fields[0]).toMatchObject({ name: 'n', dataTypeID: 23, format: 'text' });
  const arrays = await neon(url, { arrayMode: true })('select $1::int, $2::text', [7, 'x']);
  expect(arrays).toEqual([[7, 'x']]);
});

test('several queries are one transaction: all or nothing', async () => {
  const query = neon(url);
  const name = (text: string) =>
    query(`insert into ${schema}_things (name) values ($1) returning name`, [text]);
  expect(await query.transaction([name('both-1'), name('both-2')])).toEqual([
    [{ name: 'both-1' }],
    [{ name: 'both-2' }],
  ]);
  await expect(query.transaction([name('none-1'), name('both-1')])).rejects.toMatchObject({ code: '23505' });
  const { rows } = await direct.query(`select name from ${schema}_things where name like 'none%'`);
  expect(rows).toEqual([]);
});

test('a transaction has the level it asks for', async () => {
  const query = neon(url);
  const ask = (options: Parameters<typeof query.transaction>[1]) =>
    query.transaction(
      [
        query`select current_setting('transaction_isolation') as isolation,
          current_setting('transaction_read_only') as read_only, current_setting('transaction_deferrable') as deferrable`,
      ],
      options,
    );
  expect(await ask({})).toEqual([[{ isolation: 'read committed', read_only: 'off', deferrable: 'off' }]]);
  expect(await ask({ isolationLevel: 'Serializable', readOnly: true, deferrable: true })).toEqual([
    [{ isolation: 'serializable', read_only: 'on', deferrable: 'on' }],
  ]);
  expect(await ask({ isolationLevel: 'RepeatableRead' })).toMatchObject([[{ isolation: 'repeatable read' }]]);
  const write = query(`insert into ${schema}_things (name) values ($1)`, ['read only']);
  await expect(query.transaction([write], { readOnly: true })).rejects.toMatchObject({ code: '25006' });
});

test('nothing of a session is left for the next request', async () => {
  await pool.query("set search_path = 'nowhere'");
  await pool.query('begin');
  await pool.query('set statement_timeout = 1');
  const settings = await Promise.all(
    Array.from({ length: 20 }, () =>
      pool.query(
        "select current_setting('search_path') as path, pg_current_xact_id_if_assigned() as xid, current_setting('statement_timeout') as t",
      ),
    ),
  );
  for (const { rows } of settings) expect(rows[0]).toEqual({ path: '"$user", public', xid: null, t: '5s' });
});

test('a broken database is told apart: not reached is 503, lost on the way is not', async () => {
  const killed = pool.query('select pg_terminate_backend(pg_backend_pid())');
  await expect(killed).rejects.toMatchObject({ code: '57P01' });
  expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);

  vi.spyOn(console, 'error').mockImplementation(() => {});
  const down = await startTestGateway({ postgresUrl: 'postgres://doorbuster:pw@127.0.0.1:9/doorbuster' });
  const answer = await fetch(`${down.url}/sql`, {
    method: 'POST',
    body: '{"query":"select 1"}',
    headers: { 'neon-connection-string': 'postgres://doorbuster:pw@localhost/doorbuster' },
  });
  expect([answer.status, await answer.json()]).toEqual([503, { message: 'the database does not answer' }]);
  await down.close();
  vi.restoreAllMocks();
});

test('one request carries one statement, as at Neon', async () => {
  await expect(pool.query('select 1; select 2')).rejects.toMatchObject({ code: '42601' });
});

test('only the gateway’s own user, password and database are served', async () => {
  const with_ = (change: (address: URL) => void) => {
    const address = new URL(url);
    change(address);
    return neon(address.href)`select 1`;
  };
  await expect(
    with_((a) => {
      a.password = 'wrong';
    }),
  ).rejects.toThrow(/status 401/);
  await expect(
    with_((a) => {
      a.username = 'postgres';
    }),
  ).rejects.toThrow(/status 401/);
  await expect(
    with_((a) => {
      a.pathname = '/postgres';
    }),
  ).rejects.toThrow(/status 403/);
  const bare = await fetch(`${gateway.url}/sql`, { method: 'POST', body: '{"query":"select 1"}' });
  expect(bare.status).toBe(400);
  const open = await startTestGateway({ postgresUrl: 'postgres://doorbuster@127.0.0.1:9/doorbuster' });
  const answer = await fetch(`${open.url}/sql`, {
    method: 'POST',
    body: '{"query":"select 1"}',
    headers: { 'neon-connection-string': url },
  });
  expect(answer.status).toBe(401);
  await open.close();
});

test('nonsense is refused in words', async () => {
  const send = async (body: string, headers = {}) => {
    const answer = await fetch(`${gateway.url}/sql`, {
      method: 'POST',
      body,
      headers: { 'neon-connection-string': url, ...headers },
    });
    return [answer.status, await answer.json()];
  };
  for (const body of [
    '',
    '{',
    '[]',
    '{}',
    '{"query":1}',
    '{"queries":{}}',
    '{"query":"select 1","params":"x"}',
  ]) {
    expect(await send(body)).toEqual([400, { message: expect.any(String) }]);
  }
  expect(await send('{"queries":[]}', { 'neon-batch-isolation-level': 'x; drop table' })).toMatchObject([
    400,
    {},
  ]);
  expect(await send(JSON.stringify({ query: 'x'.repeat(11_000_000) }))).toMatchObject([413, {}]);
  expect(
    await send(
      '{"query":"select 1 as n, true as b, 2.5::float8 as f, \'{\\"a\\":1}\'::jsonb as j, 1::int8 as big"}',
    ),
  ).toMatchObject([200, { rows: [{ n: 1, b: true, f: 2.5, j: { a: 1 }, big: '1' }] }]);
});
