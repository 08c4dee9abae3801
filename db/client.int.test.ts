import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ConstraintViolation,
  findFault,
  OutcomeUnknown,
  StoreUnavailable,
  violates,
} from '@/lib/kernel/faults';
import { atomically, callFunction, closeDatabase, db, query } from './client';

const table = `client_test_${randomUUID().slice(0, 8)}`;
const rows = () => query<{ id: number }>(`${table}_all`, `select id::int from ${table} order by id`, []);
const insert = (id: number) => sql.raw(`insert into ${table} values (${id}) returning id`);

beforeAll(async () => {
  await db.execute(sql.raw(`create table ${table} (id int constraint ${table}_key primary key)`));
  await db.execute(
    sql.raw(
      `create function ${table}_echo(jsonb) returns jsonb language sql as 'select $1 || ''{"echo": true}'''`,
    ),
  );
});

afterAll(async () => {
  await db.execute(sql.raw(`drop table ${table}`));
  await db.execute(sql.raw(`drop function ${table}_echo(jsonb)`));
  await closeDatabase();
});

/** Ends, from a connection of its own, the server process that is running a statement containing `text`. */
async function killWhoRuns(text: string): Promise<void> {
  const killer = new pg.Client({ connectionString: process.env.POSTGRES_URL_NON_POOLING });
  await killer.connect();
  try {
    let killed = 0;
    while (killed === 0) {
      const result = await killer.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where query like '%' || $1 || '%' and state = 'active' and pid <> pg_backend_pid()`,
        [text],
      );
      killed = result.rows.length;
    }
  } finally {
    await killer.end();
  }
}

describe('statements', () => {
  test('atomically commits all of its statements and gives the rows of each', async () => {
    expect(await atomically([insert(1), insert(2)])).toEqual([[{ id: 1 }], [{ id: 2 }]]);
    expect(await rows()).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test('atomically leaves nothing behind when one of them is refused', async () => {
    const refused = atomically([insert(3), insert(1)]);
    await expect(refused).rejects.toBeInstanceOf(ConstraintViolation);
    await refused.catch((error) => expect(violates(error, `${table}_key`)).toBe(true));
    expect(await rows()).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test('a function call is one round trip of JSON, however it is spelt', async () => {
    const text = 'naïve "quotes" \\ and 🎨';
    expect(await callFunction(`${table}_echo`, { text })).toEqual({ text, echo: true });
    await expect(callFunction('x; drop table orders', {})).rejects.toThrow('not the name');
  });
});

describe('faults', () => {
  test('a refused row through Drizzle is a ConstraintViolation among its causes', async () => {
    const error = await db.execute(insert(1)).catch((thrown: unknown) => thrown);
    expect(findFault(error)).toMatchObject({
      name: 'ConstraintViolation',
      constraint: `${table}_key`,
      sqlState: '23505',
    });
  });

  test('a connection killed in the middle of a statement leaves its outcome unknown', async () => {
    const mark = `/* ${randomUUID()} */`;
    const sleeping = query('kill_me', `select pg_sleep(4) ${mark}`, []);
    await Promise.all([expect(sleeping).rejects.toBeInstanceOf(OutcomeUnknown), killWhoRuns(mark)]);
  });

  test('killed before the commit, a batch is known to have had no effect', async () => {
    const mark = `/* ${randomUUID()} */`;
    const batch = atomically([insert(9), sql.raw(`select pg_sleep(4) ${mark}`)]);
    await Promise.all([expect(batch).rejects.toBeInstanceOf(StoreUnavailable), killWhoRuns(mark)]);
    expect(await rows()).not.toContainEqual({ id: 9 });
  });

  test('a statement past its time is cancelled by the server, without effect', async () => {
    await expect(query('too_slow', 'select pg_sleep(9)', [])).rejects.toBeInstanceOf(StoreUnavailable);
  }, 10_000);

  test('a mistake in SQL stays what it is', async () => {
    const error = await query('wrong', 'select nonsense', []).catch((thrown: unknown) => thrown);
    expect(findFault(error)).toBeNull();
    expect(error).toMatchObject({ code: '42703' });
  });

  test('a burst of refused rows costs no connection', async () => {
    const pids = async () =>
      (await query<{ pid: number }>('pid', 'select pg_backend_pid() as pid', []))[0]?.pid;
    const before = await pids();
    for (let n = 0; n < 5; n += 1) await db.execute(insert(1)).catch(() => undefined);
    expect(await pids()).toBe(before);
  });
});
