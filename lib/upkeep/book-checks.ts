import { query } from '@/db/client';
import { type BookCheckId, fromUuid, toUuid } from '@/lib/kernel/ids';
import { type Page, toPage } from '@/lib/kernel/page';
import type { BookCheck, BookCheckStatus, BookFault, Books } from './model';

type Row = {
  id: string;
  kind: Books;
  status: BookCheckStatus;
  actor: string;
  faults: string;
  took_ms: number | null;
  created_at: string;
  finished_at: string | null;
};

const ISO = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const COLUMNS = `id::text, kind, status, actor, faults::text, took_ms,
  ${ISO('created_at')} as created_at, ${ISO('finished_at')} as finished_at`;

const toCheck = (row: Row): BookCheck => ({
  id: fromUuid('chk', row.id),
  kind: row.kind,
  status: row.status,
  actor: row.actor,
  faults: JSON.parse(row.faults) as BookFault[],
  tookMs: row.took_ms,
  createdAt: row.created_at,
  finishedAt: row.finished_at,
});

/** A page of the checks of these books, newest first. */
export async function listBookChecks(filter: {
  readonly kind: Books;
  readonly after?: BookCheckId | undefined;
  readonly limit: number;
}): Promise<Page<BookCheck, BookCheckId>> {
  const rows = await query<Row>(
    'list_book_checks',
    `select ${COLUMNS} from book_checks where kind = $1::text and ($2::uuid is null or id < $2::uuid)
     order by id desc limit $3::int`,
    [filter.kind, filter.after === undefined ? null : toUuid(filter.after), filter.limit + 1],
  );
  return toPage(rows.map(toCheck), filter.limit, ({ id }) => id);
}

/** The last check of these books that came to an end: whether something must be looked at. Null before the first one. */
export async function findLatestBookCheck(kind: Books): Promise<BookCheck | null> {
  const [row] = await query<Row>(
    'find_latest_book_check',
    `select ${COLUMNS} from book_checks where kind = $1::text and status = 'done' order by id desc limit 1`,
    [kind],
  );
  return row === undefined ? null : toCheck(row);
}
