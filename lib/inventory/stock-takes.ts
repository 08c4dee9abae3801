import { query } from '@/db/client';
import { fromUuid, type StockTakeId, toUuid } from '@/lib/kernel/ids';
import { type Page, toPage } from '@/lib/kernel/page';
import type { StockTake, StockTakeLine, StockTakeStatus, TakeOutcome } from './model';

type TakeRow = {
  id: string;
  file_name: string;
  status: StockTakeStatus;
  reason: string | null;
  lines: number;
  differing: number;
  problems: number;
  applied: number;
  created_at: string;
  applied_at: string | null;
};

const ISO = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const COLUMNS = `id::text, file_name, status, reason, lines, differing, problems, applied,
  ${ISO('created_at')} as created_at, ${ISO('applied_at')} as applied_at`;

const toTake = (row: TakeRow): StockTake => ({
  id: fromUuid('take', row.id),
  fileName: row.file_name,
  status: row.status,
  reason: row.reason,
  lines: row.lines,
  differing: row.differing,
  problems: row.problems,
  applied: row.applied,
  createdAt: row.created_at,
  appliedAt: row.applied_at,
});

/** A page of the counts that were uploaded, newest first. */
export async function listStockTakes(filter: {
  readonly after?: StockTakeId | undefined;
  readonly limit: number;
}): Promise<Page<StockTake, StockTakeId>> {
  const rows = await query<TakeRow>(
    'list_stock_takes',
    `select ${COLUMNS} from stock_takes where $1::uuid is null or id < $1::uuid order by id desc limit $2::int`,
    [filter.after === undefined ? null : toUuid(filter.after), filter.limit + 1],
  );
  return toPage(rows.map(toTake), filter.limit, ({ id }) => id);
}

/** How a count stands, null if there is none. */
export async function findStockTake(id: StockTakeId): Promise<StockTake | null> {
  const [row] = await query<TakeRow>(
    'find_stock_take',
    `select ${COLUMNS} from stock_takes where id = $1::uuid`,
    [toUuid(id)],
  );
  return row === undefined ? null : toTake(row);
}

type LineRow = Omit<StockTakeLine, 'variantId'> & { variant_id: string | null };

/** A page of the lines of a count with this outcome, in the order of the file. `nextCursor` is the last one's line. */
export async function listStockTakeLines(
  id: StockTakeId,
  filter: { readonly outcome: TakeOutcome; readonly after: number; readonly limit: number },
): Promise<Page<StockTakeLine>> {
  const rows = await query<LineRow>(
    'list_stock_take_lines',
    `select line, sku, variant_id::text, counted, expected, outcome, message from stock_take_lines
     where take_id = $1::uuid and outcome = $2::text and line > $3::int order by line limit $4::int`,
    [toUuid(id), filter.outcome, filter.after, filter.limit + 1],
  );
  const lines = rows.map(({ variant_id, ...line }) => ({
    ...line,
    variantId: variant_id === null ? null : fromUuid('var', variant_id),
  }));
  return toPage(lines, filter.limit, ({ line }) => String(line));
}
