import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';
import { newId, type ReportId, toUuid } from '@/lib/kernel/ids';
import { type Idempotency, rememberAnswer } from '@/lib/platform/idempotency';
import { announce } from '@/lib/platform/outbox';
import type { RequestReportInput } from './input';
import { REPORT_REQUESTED } from './model';

export type RequestReportContext = {
  readonly actor: string;
  readonly requestId?: string | undefined;
  readonly idempotency?: Idempotency | null;
};

export type RequestedReport = { readonly id: ReportId; readonly status: 'queued' };

/**
 * Asks for a report; a job builds it. It shows the books as they are at this moment. Its days become moments here, so that a
 * shop that moves to another time zone meanwhile gets what was asked for. That it was asked for is in the audit log: it may take
 * people's addresses out of the shop.
 */
export async function requestReport(
  { kind, from, to, format }: RequestReportInput,
  { actor, requestId, idempotency }: RequestReportContext,
): Promise<RequestedReport> {
  const id = newId('rep');
  const answer: RequestedReport = { id, status: 'queued' };
  const asked = JSON.stringify({ kind, from, to, format });
  await atomically([
    ...(idempotency ? [rememberAnswer(idempotency, 202, JSON.stringify(answer))] : []),
    sql`insert into reports
        (id, kind, format, from_day, to_day, time_zone, starts_at, ends_at, draft_id, requested_by)
      select ${toUuid(id)}::uuid, ${kind}, ${format}, ${from}::date, ${to}::date, time_zone,
             ${from}::date::timestamp at time zone time_zone,
             (${to}::date + 1)::timestamp at time zone time_zone, gen_random_uuid(), ${actor}
      from shop_settings`,
    sql`insert into audit_log (id, actor, action, subject, after, request_id)
      values (${toUuid(newId('aud'))}::uuid, ${actor}, 'report.requested', ${id}, ${asked}::jsonb, ${requestId ?? null})`,
    announce(REPORT_REQUESTED, { reportId: id }),
  ]);
  return answer;
}
