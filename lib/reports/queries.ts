import { query } from '@/db/client';
import { fromUuid, type ReportId, toUuid } from '@/lib/kernel/ids';
import type { StoredFile } from '@/lib/platform/files/model';
import { findFile } from '@/lib/platform/files/read-file';
import type { Report, ReportFormat, ReportKind, ReportStatus } from './model';

type Row = {
  id: string;
  kind: ReportKind;
  format: ReportFormat;
  from_day: string;
  to_day: string;
  time_zone: string;
  status: ReportStatus;
  done: string;
  total: string;
  failure: string | null;
  created_ms: string;
};

const COLUMNS = `id::text, kind, format, from_day::text, to_day::text, time_zone, status, done::text, total::text, failure,
  (extract(epoch from created_at) * 1000)::float8::text as created_ms`;

function toReport(row: Row): Report {
  const id = fromUuid('rep', row.id);
  const total = Number(row.total);
  return {
    id,
    kind: row.kind,
    format: row.format,
    from: row.from_day,
    to: row.to_day,
    timeZone: row.time_zone,
    status: row.status,
    progress: { done: Math.min(Number(row.done), total), total },
    createdAt: new Date(Number(row.created_ms)).toISOString(),
    ...(row.failure === null ? {} : { failure: row.failure }),
    ...(row.status === 'done' ? { downloadUrl: `/api/admin/reports/${id}/file` } : {}),
  };
}

/** The report, if it is of one of these kinds; else null. */
export async function findReport(id: ReportId, kinds: readonly ReportKind[]): Promise<Report | null> {
  const [row] = await query<Row>(
    'find_report',
    `select ${COLUMNS} from reports where id = $1::uuid and kind = any ($2::text[])`,
    [toUuid(id), kinds],
  );
  return row === undefined ? null : toReport(row);
}

/** A page of reports of these kinds, newest first. `nextCursor` is a report's id. */
export async function listReports(filter: {
  readonly kinds: readonly ReportKind[];
  readonly limit: number;
  /** The last report of the page before. */
  readonly after?: ReportId | undefined;
}): Promise<{ readonly items: readonly Report[]; readonly nextCursor: ReportId | null }> {
  const rows = await query<Row>(
    'list_reports',
    `select ${COLUMNS} from reports where kind = any ($1::text[]) and ($2::uuid is null or id < $2::uuid)
     order by id desc limit $3::int`,
    [filter.kinds, filter.after === undefined ? null : toUuid(filter.after), filter.limit + 1],
  );
  const items = rows.slice(0, filter.limit).map(toReport);
  return { items, nextCursor: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null };
}

/** The file of a report that is done; null while it is not, or when it failed. */
export async function findReportFile(id: ReportId): Promise<StoredFile | null> {
  const [row] = await query<{ file_name: string | null }>(
    'find_report_file',
    'select file_name from reports where id = $1::uuid',
    [toUuid(id)],
  );
  return row?.file_name ? findFile(row.file_name) : null;
}
