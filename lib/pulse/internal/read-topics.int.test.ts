import { afterAll, expect, it } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { readTopics } from './read-topics';

afterAll(closeDatabase);

const ids = Array.from({ length: 8 }, (_, at) => `f0000000-0000-7000-8000-00000000000${at}`);

it('a report that is built changes the pulse, however many were asked for after it', async () => {
  await query(
    'test_reports',
    `insert into reports (id, kind, format, from_day, to_day, time_zone, starts_at, ends_at, as_of, requested_by, draft_id)
     select id, 'sales', 'csv', '2026-01-01', '2026-01-01', 'UTC', now(), now(), now(), 'system', gen_random_uuid()
     from unnest($1::uuid[]) as id`,
    [ids],
  );
  const before = await readTopics();
  await query('test_report_moves', `update reports set status = 'running', done = 1 where id = $1::uuid`, [
    ids[0],
  ]);
  const after = await readTopics();
  expect(after?.reports).not.toBe(before?.reports);
  expect(after?.imports).toBe(before?.imports);
});
