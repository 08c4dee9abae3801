import { query } from '@/db/client';
import { type ReportId, toUuid } from '@/lib/kernel/ids';
import type { StoredFile } from '@/lib/platform/files/model';
import { findFile } from '@/lib/platform/files/read-file';
import type { ReportFormat, ReportKind, SchedulePeriod } from './model';

/** Asks for the reports of the weeks and months that have just ended (open_due_reports.sql). Gives how many. */
export async function openDueReports(): Promise<number> {
  const [row] = await query<{ opened: number }>(
    'open_due_reports',
    'select open_due_reports(now()) as opened',
    [],
  );
  return row?.opened ?? 0;
}

/** A report that is to go out by mail, and to whom. */
export type Delivery = {
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly every: SchedulePeriod;
  readonly from: string;
  readonly to: string;
  readonly recipients: readonly string[];
  readonly file: StoredFile;
};

/** What a schedule asked for, once it is done; null when none did, or it is gone or switched off. */
export async function findDelivery(id: ReportId): Promise<Delivery | null> {
  const [row] = await query<{ delivery: string }>(
    'find_report_delivery',
    `select json_build_object('kind', r.kind, 'format', r.format, 'every', s.every, 'from', r.from_day, 'to', r.to_day,
       'recipients', s.recipients, 'fileName', r.file_name)::text as delivery
     from report_deliveries d
     join report_schedules s on s.id = d.schedule_id and s.enabled
     join reports r on r.id = d.report_id and r.status = 'done'
     where d.report_id = $1::uuid`,
    [toUuid(id)],
  );
  if (row === undefined) return null;
  const { fileName, ...delivery } = JSON.parse(row.delivery) as Omit<Delivery, 'file'> & { fileName: string };
  const file = await findFile(fileName);
  return file === null ? null : { ...delivery, file };
}
