import { query } from '@/db/client';
import { type ImportId, toUuid } from '@/lib/kernel/ids';
import type { ImportStatus, ProductImport } from './model';

/** How many errors and notes an answer lists; their numbers are always whole. */
const MAX_LISTED = 1_000;

type Row = {
  status: ImportStatus;
  total: number;
  done: number;
  created: number;
  updated: number;
  skipped: number;
  error_count: number;
  note_count: number;
  errors: string;
  notes: string;
};

const listed = (severity: 'error' | 'note') => `(
  select coalesce(json_agg(json_build_object('line', m.line, 'message', m.message) order by m.line, m.seq), '[]')
  from (
    select line, seq, message from import_messages
    where import_id = i.id and severity = '${severity}'
    order by line, seq limit ${MAX_LISTED}
  ) m)::text`;

const counted = (severity: 'error' | 'note') =>
  `(select count(*)::int from import_messages where import_id = i.id and severity = '${severity}')`;

/** How an import stands, with its first 1,000 errors and notes by line; null if there is no such import. */
export async function findImport(id: ImportId): Promise<ProductImport | null> {
  const [row] = await query<Row>(
    'find_import',
    `select status, total, done, created, updated, skipped,
       ${counted('error')} as error_count, ${counted('note')} as note_count,
       ${listed('error')} as errors, ${listed('note')} as notes
     from imports i where id = $1::uuid`,
    [toUuid(id)],
  );
  if (row === undefined) return null;
  return {
    id,
    status: row.status,
    progress: { done: row.done, total: row.total },
    created: row.created,
    updated: row.updated,
    skipped: row.skipped,
    errorCount: row.error_count,
    noteCount: row.note_count,
    errors: JSON.parse(row.errors) as ProductImport['errors'],
    notes: JSON.parse(row.notes) as ProductImport['notes'],
  };
}

/** As {@link findImport}, where there must be one. */
export async function getImport(id: ImportId): Promise<ProductImport> {
  const found = await findImport(id);
  if (found === null) throw new RangeError(`There is no import ${id}.`);
  return found;
}
