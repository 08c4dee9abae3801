import { sql } from 'drizzle-orm';
import { atomically, query } from '@/db/client';
import { type BookCheckId, newId, toUuid } from '@/lib/kernel/ids';
import { log } from '@/lib/platform/log';
import type { BookFault, Books } from './model';

const CHECKS = {
  stock: 'select what, subject, expected::text, found::text from check_stock() limit 100',
  money: 'select what, subject, expected::text, found::text from check_money() limit 100',
} as const satisfies Record<Books, string>;

/** Who the list of checks says it was, of those that nobody asked for. */
const NIGHTLY = 'schedule';

/**
 * Where the books of stock or money do not balance: nothing, or something that must be looked at today. At most a hundred; each is
 * in the log too. One statement, hence one moment, on a live shop. What was found is kept with its time, for the check that was
 * asked for, or as one of its own.
 */
export async function checkBooks(
  of: Books,
  asked: BookCheckId = newId('chk'),
): Promise<readonly BookFault[]> {
  const startedAt = performance.now();
  const faults = await query<BookFault>(`check_books_${of}`, CHECKS[of], []);
  for (const fault of faults) log('error', 'books:broken', fault);
  const tookMs = Math.round(performance.now() - startedAt);
  await atomically([
    sql`insert into book_checks (id, kind, status, actor, faults, took_ms, finished_at)
      values (${toUuid(asked)}::uuid, ${of}, 'done', ${NIGHTLY}, ${JSON.stringify(faults)}::jsonb, ${tookMs}::int, now())
      on conflict (id) do update
      set status = 'done', faults = excluded.faults, took_ms = excluded.took_ms, finished_at = excluded.finished_at`,
  ]);
  return faults;
}

/** Says that a check that was asked for could not be made. */
export async function failBookCheck(id: BookCheckId): Promise<void> {
  await atomically([
    sql`update book_checks set status = 'failed', finished_at = now() where id = ${toUuid(id)}::uuid and status = 'asked'`,
  ]);
}
