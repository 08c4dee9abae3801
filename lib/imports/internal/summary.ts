import { fromUuid } from '@/lib/kernel/ids';
import type { ImportStatus, ImportSummary } from '../model';

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What a statement about `imports i` reads for {@link toSummary}. */
export const SUMMARY_COLUMNS = `i.id::text, i.file_name, i.status, i.total, i.done, i.created, i.updated, i.skipped,
  ${instant('i.created_at')} as created_at, ${instant('i.finished_at')} as finished_at,
  (select count(*)::int from import_messages where import_id = i.id and severity = 'error') as error_count,
  (select count(*)::int from import_notes(i.id)) as note_count`;

export type SummaryRow = {
  id: string;
  file_name: string;
  status: ImportStatus;
  total: number;
  done: number;
  created: number;
  updated: number;
  skipped: number;
  created_at: string;
  finished_at: string | null;
  error_count: number;
  note_count: number;
};

export function toSummary(row: SummaryRow): ImportSummary {
  return {
    id: fromUuid('imp', row.id),
    fileName: row.file_name,
    status: row.status,
    progress: { done: row.done, total: row.total },
    created: row.created,
    updated: row.updated,
    skipped: row.skipped,
    errorCount: row.error_count,
    noteCount: row.note_count,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}
