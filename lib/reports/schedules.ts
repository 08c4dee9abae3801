import { sql } from 'drizzle-orm';
import { atomically, query } from '@/db/client';
import { fromUuid, newId, type ReportScheduleId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { type Idempotency, rememberAnswer } from '@/lib/platform/idempotency';
import type { ChangeScheduleInput, CreateScheduleInput } from './input';
import type { ReportKind, ReportSchedule } from './model';

type Context = {
  readonly actor: string;
  readonly requestId?: string | undefined;
  readonly idempotency?: Idempotency | null;
};

type Row = Omit<ReportSchedule, 'id' | 'lastSentAt'> & { id: string; last_ms: number | null };

const COLUMNS = `s.id::text, s.kind, s.format, s.every, to_json(s.recipients) as recipients, s.enabled,
  (select (extract(epoch from max(d.created_at)) * 1000)::float8 from report_deliveries d where d.schedule_id = s.id) as last_ms,
  (case s.every when 'week' then date_trunc('week', today)::date + 7
    else (date_trunc('month', today) + interval '1 month')::date end)::text as "nextOn"`;
const FROM = `from report_schedules s
  cross join (select (now() at time zone time_zone)::date as today from shop_settings) as shop`;

const toSchedule = ({ id, last_ms, recipients, ...row }: Row): ReportSchedule => ({
  ...row,
  id: fromUuid('sched', id),
  // The drivers differ in whether they read JSON.
  recipients: typeof recipients === 'string' ? (JSON.parse(recipients) as string[]) : recipients,
  lastSentAt: last_ms === null ? null : new Date(last_ms).toISOString(),
});

const MOST = 100;

/** The reports of these kinds that come by themselves, oldest first. A shop has a handful; a hundred at most are told. */
export async function listSchedules(kinds: readonly ReportKind[]): Promise<ReportSchedule[]> {
  const rows = await query<Row>(
    'list_report_schedules',
    `select ${COLUMNS} ${FROM} where s.kind = any ($1::text[]) order by s.id limit ${MOST}`,
    [kinds],
  );
  return rows.map(toSchedule);
}

/** The schedule, if it is of one of these kinds; else null. */
export async function findSchedule(
  id: ReportScheduleId,
  kinds: readonly ReportKind[],
): Promise<ReportSchedule | null> {
  const [row] = await query<Row>(
    'find_report_schedule',
    `select ${COLUMNS} ${FROM} where s.id = $1::uuid and s.kind = any ($2::text[])`,
    [toUuid(id), kinds],
  );
  return row === undefined ? null : toSchedule(row);
}

/** Has a report come by itself, from the week or month on that is running. */
export async function createSchedule(
  { kind, format, every, recipients }: CreateScheduleInput,
  { actor, requestId, idempotency }: Context,
): Promise<{ readonly id: ReportScheduleId }> {
  const id = newId('sched');
  const answer = { id };
  const after = JSON.stringify({ kind, format, every, recipients: recipients.length });
  await atomically([
    ...(idempotency ? [rememberAnswer(idempotency, 201, JSON.stringify(answer))] : []),
    sql`insert into report_schedules (id, kind, format, every, recipients, created_by)
      select ${toUuid(id)}::uuid, ${kind}, ${format}, ${every}, array(select jsonb_array_elements_text(${JSON.stringify(recipients)}::jsonb)), ${actor}`,
    sql`insert into audit_log (id, actor, action, subject, after, request_id)
      values (${toUuid(newId('aud'))}::uuid, ${actor}, 'report-schedule.created', ${id}, ${after}::jsonb, ${requestId ?? null})`,
  ]);
  return answer;
}

/** Changes to whom it goes and whether it goes. */
export async function changeSchedule(
  id: ReportScheduleId,
  { enabled, recipients }: ChangeScheduleInput,
  { actor, requestId }: Context,
): Promise<Outcome<undefined, 'schedule-not-found'>> {
  const after = JSON.stringify({ enabled, recipients: recipients?.length });
  const given = recipients === undefined ? null : JSON.stringify(recipients);
  const [changed] = await atomically([
    sql`with changed as (
        update report_schedules
        set enabled = coalesce(${enabled ?? null}::boolean, enabled),
            recipients = coalesce((select array_agg(value) from jsonb_array_elements_text(${given}::jsonb)), recipients)
        where id = ${toUuid(id)}::uuid returning id
      )
      insert into audit_log (id, actor, action, subject, after, request_id)
      select ${toUuid(newId('aud'))}::uuid, ${actor}, 'report-schedule.changed', ${id}, ${after}::jsonb, ${requestId ?? null}
      from changed returning id`,
  ]);
  return changed?.length === 1 ? ok() : no('schedule-not-found');
}

/** Has it come no more. Reports that came stay. */
export async function removeSchedule(
  id: ReportScheduleId,
  { actor, requestId }: Context,
): Promise<Outcome<undefined, 'schedule-not-found'>> {
  const [removed] = await atomically([
    sql`with removed as (
        delete from report_schedules where id = ${toUuid(id)}::uuid returning kind, format, every
      )
      insert into audit_log (id, actor, action, subject, before, request_id)
      select ${toUuid(newId('aud'))}::uuid, ${actor}, 'report-schedule.removed', ${id}, to_jsonb(removed), ${requestId ?? null}
      from removed returning id`,
  ]);
  return removed?.length === 1 ? ok() : no('schedule-not-found');
}
