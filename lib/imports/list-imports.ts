import { query } from '@/db/client';
import { type ImportId, toUuid } from '@/lib/kernel/ids';
import { SUMMARY_COLUMNS, type SummaryRow, toSummary } from './internal/summary';
import type { ImportSummary } from './model';

/** One page of imports, newest first; `after` is the last one of the page before. */
export async function listImports({
  after,
  limit,
}: {
  after?: ImportId | undefined;
  limit: number;
}): Promise<{ readonly items: readonly ImportSummary[]; readonly nextCursor: ImportId | null }> {
  const rows = await query<SummaryRow>(
    'list_imports',
    `select ${SUMMARY_COLUMNS} from imports i
     where $1::uuid is null or i.id < $1::uuid order by i.id desc limit $2::int`,
    [after === undefined ? null : toUuid(after), limit + 1],
  );
  const items = rows.slice(0, limit).map(toSummary);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
