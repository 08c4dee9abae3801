import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestStack, type TestStack } from '@/stack/test-stack';

// A stack of its own: these tests kill what the other integration tests live on.
let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

const pidOf = (name: string) => stack.parts().find((part) => part.name === name)?.pid ?? 0;

async function query(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: stack.env.POSTGRES_URL_NON_POOLING });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function redis(...command: [string, ...string[]]): Promise<unknown> {
  const client = new Redis(stack.env.REDIS_URL ?? '', { lazyConnect: true, retryStrategy: null });
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.call(...command);
  } finally {
    client.disconnect();
  }
}

test('a killed Postgres is back within seconds, with what was committed', async () => {
  await query('create table kept (n int)');
  await query('insert into kept values (1)');
  const before = pidOf('postgres');
  process.kill(before, 'SIGKILL');
  await vi.waitFor(async () => expect(await query('select n from kept')).toEqual([{ n: 1 }]), {
    timeout: 15_000,
    interval: 100,
  });
  expect(pidOf('postgres')).not.toBe(before);
});

test('a killed Redis is back within seconds, with what was written', async () => {
  await redis('set', 'kept', 'yes');
  process.kill(pidOf('redis'), 'SIGKILL');
  await vi.waitFor(async () => expect(await redis('get', 'kept')).toBe('yes'), {
    timeout: 15_000,
    interval: 100,
  });
});

test('the shop’s role is no superuser, and may read and reset the statement statistics', async () => {
  expect(await query('select rolsuper from pg_roles where rolname = current_user')).toEqual([
    { rolsuper: false },
  ]);
  await query('create extension if not exists pg_trgm');
  await query('select pg_stat_statements_reset()');
  expect(await query('select count(*) > 0 as some from pg_stat_statements')).toEqual([{ some: true }]);
});

test('Postgres syncs commits, counts statements and sorts text the same on every machine', async () => {
  expect(
    await query(`select current_setting('synchronous_commit') as sync,
                        current_setting('shared_preload_libraries') as preload,
                        datlocprovider::text as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding
                 from pg_database where datname = current_database()`),
  ).toEqual([
    { sync: 'on', preload: 'pg_stat_statements', provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' },
  ]);
});
