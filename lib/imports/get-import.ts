import { query } from '@/db/client';
import { type ImportId, toUuid } from '@/lib/kernel/ids';
import { SUMMARY_COLUMNS, type SummaryRow, toSummary } from './internal/summary';
import type { ProductImport } from './model';

/** How many errors and notes an answer lists; their numbers are always whole. */
const MAX_LISTED = 1_000;

type Row = SummaryRow & { errors: string; notes: string };

/** How an import stands, with its first 1,000 errors and notes by line; null if there is no such import. */
export async function findImport(id: ImportId): Promise<ProductImport | null> {
  const [row] = await query<Row>(
    'find_import',
    `select ${SUMMARY_COLUMNS}, (
       select coalesce(json_agg(json_build_object('line', m.line, 'message', m.message) order by m.line, m.seq), '[]')
       from (
         select line, seq, message from import_messages
         where import_id = i.id and severity = 'error'
         order by line, seq limit ${MAX_LISTED}
       ) m)::text as errors, (
       select coalesce(json_agg(json_build_object('line', m.line, 'message', m.message) order by m.line, m.seq), '[]')
       from (
         select line, seq, message from import_notes(i.id) order by line, seq limit ${MAX_LISTED}
       ) m)::text as notes
     from imports i where id = $1::uuid`,
    [toUuid(id)],
  );
  if (row === undefined) return null;
  return {
    ...toSummary(row),
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
