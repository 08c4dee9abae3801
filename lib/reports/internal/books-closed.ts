import { query } from '@/db/client';
import type { Scope } from './scope';

/** Longer than any statement of the shop may run. */
const LONGEST_MS = 10_000;

/**
 * Whether nothing can still be written with a time before the report's moment: a transaction that began before it may commit after
 * it, and a reader in between would miss what it wrote.
 */
export async function areBooksClosed({ asOf }: Scope): Promise<boolean> {
  const [row] = await query<{ closed: boolean }>(
    'are_books_closed',
    `select clock_timestamp() > $1::timestamptz + $2::int * interval '1 millisecond' or not exists (
       select from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
         and state <> 'idle' and xact_start <= $1::timestamptz
     ) as closed`,
    [asOf.text, LONGEST_MS],
  );
  return row?.closed === true;
}
