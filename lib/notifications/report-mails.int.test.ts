import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { newId, parseId, type ReportId, type ReportScheduleId, toUuid } from '@/lib/kernel/ids';
import { closeRedis } from '@/lib/platform/redis/client';
import { buildReport } from '@/lib/reports/build-report';
import { openDueReports } from '@/lib/reports/deliver';
import { changeSchedule, createSchedule, listSchedules, removeSchedule } from '@/lib/reports/schedules';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { closeMail } from './close-mail';
import { chooseNotice, listNoticeChoices } from './notice-choices';
import { sendNotice } from './send-notice';
import { sendReportMail } from './send-report-mail';
import { type MailSink, startMailSink } from './testing/mail-sink';

// A stack of its own: what is due is looked for in all schedules.
let stack: TestStack;
let sink: MailSink;
const actor = newId('staff');

beforeAll(async () => {
  stack = await startTestStack();
  Object.assign(process.env, stack.env);
  sink = await startMailSink();
}, 60_000);

afterAll(async () => {
  closeMail();
  sink.stop();
  await closeRedis();
  await closeDatabase();
  await stack.stop();
});

/** As if it had been made two months ago. */
const makeOld = (id: ReportScheduleId) =>
  atomically([
    sql`update report_schedules set created_at = now() - interval '65 days' where id = ${toUuid(id)}::uuid`,
  ]);

async function takeEvents(name: string): Promise<ReportId[]> {
  const rows = await query<{ id: string }>(
    'test_take_events',
    `delete from outbox where name = $1 returning data ->> 'reportId' as id`,
    [name],
  );
  return rows.flatMap(({ id }) => parseId('rep', id) ?? []);
}

test('a scheduled report is asked for once a period, built, and arrives as a PDF that opens', async () => {
  const recipients = ['ann@example.com', 'bob@example.org'];
  const { id } = await createSchedule({ kind: 'sales', format: 'pdf', every: 'week', recipients }, { actor });
  expect(await openDueReports()).toBe(0);
  await makeOld(id);
  const opened = await Promise.all([openDueReports(), openDueReports(), openDueReports()]);
  expect(opened.reduce((sum, one) => sum + one, 0)).toBe(1);
  const asked = await takeEvents('reports/report.requested');
  expect(asked).toHaveLength(1);
  const [report] = asked;
  if (report === undefined) throw new Error('Nothing was asked for.');
  let built = await buildReport(report, { budgetMs: 5_000 });
  while (built !== 'ended') built = await buildReport(report, { budgetMs: 5_000 });
  expect(await takeEvents('reports/scheduled-report.done')).toEqual([report]);

  expect(await sendReportMail(report)).toBe('sent');
  expect(await sendReportMail(report)).toBe('already-sent');
  for (const to of recipients) {
    const [mail, ...more] = sink.received(to);
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/^Sales of .*, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/);
    const [file] = mail?.attachments ?? [];
    expect(file?.filename).toMatch(/^sales-.*\.pdf$/);
    const bytes = Buffer.from(file?.base64 ?? '', 'base64');
    expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(bytes.toString('latin1').trimEnd()).toMatch(/%%EOF$/);
  }
});

test('a schedule that is paused sends nothing, and one that is removed is gone', async () => {
  const { id } = await createSchedule(
    { kind: 'orders', format: 'csv', every: 'month', recipients: ['cy@example.com'] },
    { actor },
  );
  await makeOld(id);
  await changeSchedule(id, { enabled: false }, { actor });
  expect(await openDueReports()).toBe(0);
  await changeSchedule(id, { enabled: true, recipients: ['dee@example.com'] }, { actor });
  expect((await listSchedules(['orders']))[0]).toMatchObject({
    enabled: true,
    recipients: ['dee@example.com'],
  });
  expect(await openDueReports()).toBe(1);
  expect((await removeSchedule(id, { actor })).ok).toBe(true);
  expect(await listSchedules(['orders'])).toEqual([]);
  const audit = await query<{ action: string }>(
    'test_audit',
    'select action from audit_log where subject = $1 order by id',
    [id],
  );
  expect(audit.map(({ action }) => action)).toEqual([
    'report-schedule.created',
    'report-schedule.changed',
    'report-schedule.changed',
    'report-schedule.removed',
  ]);
});

test('a notice goes to whoever chose it and may see what it is about', async () => {
  const people = { owner: newId('staff'), manager: newId('staff'), support: newId('staff') };
  await atomically([
    sql`delete from staff`,
    ...Object.entries(people).map(
      ([role, id]) =>
        sql`insert into staff (id, email, name, role) values (${toUuid(id)}::uuid, ${`${role}@example.com`}, 'Somebody', ${role})`,
    ),
  ]);
  expect(await listNoticeChoices(people.support, 'support')).toEqual([]);
  expect((await listNoticeChoices(people.manager, 'manager')).map(({ wanted }) => wanted)).not.toContain(
    true,
  );
  await chooseNotice(people.owner, { kind: 'low-stock', wanted: false });
  await chooseNotice(people.manager, { kind: 'low-stock', wanted: true });
  // Chosen once, when they had another role.
  await chooseNotice(people.support, { kind: 'low-stock', wanted: true });
  const lines = [{ title: 'A thing', sku: 'T', available: 1 }];
  expect(await sendNotice({ kind: 'low-stock', threshold: 5, lines }, 'chosen')).toBe('sent');
  const got = Object.keys(people).map((role) => sink.received(`${role}@example.com`).length);
  expect(got).toEqual([0, 1, 0]);
});
