import { expect, test } from 'vitest';
import { callAsOwner, read } from '@/e2e/support/client';
import {
  importShape,
  jobRunDetailShape,
  jobRunShape,
  jobsShape,
  mailShape,
  noticesShape,
  overviewShape,
  pulseShape,
  reportShape,
  scheduleShape,
  tasksShape,
} from '@/e2e/support/dashboard-shapes';
import { freshKey } from '@/e2e/support/fresh';
import { pageOf } from '@/e2e/support/shapes';

const see = (path: string) => callAsOwner('GET', `/api/admin/${path}`);

test('what home shows is told as it is written down, no field more', async () => {
  for (const span of ['today', '7d'])
    expect(read(await see(`overview?span=${span}`), 200, overviewShape).unit).toBe(
      span === 'today' ? 'hour' : 'day',
    );
  read(await see('tasks'), 200, tasksShape);
  read(await see('pulse'), 200, pulseShape);
  // An API key has no mailbox.
  expect(read(await see('notices'), 200, noticesShape).items).toEqual([]);
});

test('lists of what the shop does by itself have no field more than is written down', async () => {
  read(await see('reports'), 200, pageOf(reportShape));
  read(await see('imports'), 200, pageOf(importShape.omit({ errors: true, notes: true })));
  read(await see('mails'), 200, pageOf(mailShape));
});

test('a schedule is told back as it was made and changed', async () => {
  const json = { kind: 'sales', format: 'pdf', every: 'month', recipients: ['books@example.com'] };
  const made = await callAsOwner('POST', '/api/admin/report-schedules', { json, key: freshKey() });
  const { id } = read(made, 201, scheduleShape.pick({ id: true }));
  const paused = await callAsOwner('PATCH', `/api/admin/report-schedules/${id}`, {
    json: { enabled: false },
  });
  expect(read(paused, 200, scheduleShape)).toMatchObject({ ...json, id, enabled: false });
  expect((await callAsOwner('DELETE', `/api/admin/report-schedules/${id}`)).status).toBe(204);
});

test('the jobs board, its runs and one of them', async () => {
  const jobs = read(await see('jobs'), 200, jobsShape);
  if (jobs.engine !== 'embedded') return;
  const [run] = read(await see('jobs/runs?limit=5'), 200, pageOf(jobRunShape)).items;
  if (run) read(await see(`jobs/runs/${run.id}`), 200, jobRunDetailShape);
});
