import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { atomically, closeDatabase } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { closeRedis } from '@/lib/platform/redis/client';
import { readTasks } from './list-tasks';

afterAll(async () => {
  await closeRedis();
  await closeDatabase();
});

const find = async (kind: string) => (await readTasks()).find((task) => task.kind === kind);

test('an import that failed waits for somebody until another one went through', async () => {
  const make = (status: string) =>
    atomically([
      sql`insert into imports (id, kind, file_name, file_hash, status, finished_at)
          values (${toUuid(newId('imp'))}::uuid, 'products', 'f', '', ${status}, now())`,
    ]);
  await make('done');
  await make('failed');
  expect(await find('imports-failed')).toMatchObject({ count: 1, subject: expect.stringMatching(/^imp_/) });
  await make('done');
  expect(await find('imports-failed')).toBeUndefined();
});

test('a webhook that the shop switched off waits until it is on again', async () => {
  const before = (await find('webhooks-off'))?.count ?? 0;
  const id = toUuid(newId('hook'));
  await atomically([
    sql`insert into webhook_endpoints (id, url, events, created_by, enabled, disabled_at)
        values (${id}::uuid, 'https://x.example', '{a}', 'test', false, now())`,
  ]);
  expect((await find('webhooks-off'))?.count).toBe(before + 1);
  await atomically([sql`update webhook_endpoints set enabled = true where id = ${id}::uuid`]);
  expect((await find('webhooks-off'))?.count ?? 0).toBe(before);
});

test('books that differ wait until a look finds that they balance', async () => {
  const look = (faults: object[]) =>
    atomically([
      sql`insert into book_checks (id, kind, status, actor, faults, finished_at)
          values (${toUuid(newId('chk'))}::uuid, 'stock', 'done', 'test', ${JSON.stringify(faults)}::jsonb, now())`,
    ]);
  await look([{ what: 'a lane is not the sum of its ledger', subject: 'x', expected: '1', found: '2' }]);
  expect((await find('books-differ'))?.count).toBeGreaterThanOrEqual(1);
  await look([]);
  expect(await find('books-differ')).toBeUndefined();
});
