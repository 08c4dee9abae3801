import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violates } from '@/lib/kernel/faults';
import { closeDatabase, db } from './client';
import { inSession } from './session';

const table = `session_test_${randomUUID().slice(0, 8)}`;
const insert = (id: number) => sql.raw(`insert into ${table} values (${id})`);
const ids = async () =>
  (await db.execute<{ id: number }>(sql.raw(`select id from ${table} order by id`))).rows;

beforeAll(async () => {
  await db.execute(sql.raw(`create table ${table} (id int constraint ${table}_key primary key)`));
});

afterAll(async () => {
  await db.execute(sql.raw(`drop table ${table}`));
  await closeDatabase();
});

test('a session is committed when its work returns, and gives what it gave', async () => {
  const given = await inSession(async (session) => {
    await session.execute(insert(1));
    await session.execute(insert(2));
    return 'done';
  });
  expect([given, await ids()]).toEqual(['done', [{ id: 1 }, { id: 2 }]]);
});

test('work that throws leaves nothing', async () => {
  const stopped = inSession(async (session) => {
    await session.execute(insert(3));
    throw new Error('stop');
  });
  await expect(stopped).rejects.toThrow('stop');
  const refused = await inSession((session) => session.execute(insert(1))).catch((error: unknown) => error);
  expect(violates(refused, `${table}_key`)).toBe(true);
  expect(await ids()).toEqual([{ id: 1 }, { id: 2 }]);
});
