import { query } from '@/db/client';
import { noticeReturned } from '@/lib/inventory/notice-availability';

const BATCH = 1_000;

/**
 * Expires pending orders whose deadline has passed and gives their units back, until none is left. Several may run at
 * once: they share the work. Gives how many orders expired here.
 */
export async function releaseDueHolds(): Promise<number> {
  let released = 0;
  for (;;) {
    const [row] = await query<{ count: number }>(
      'release_due_holds',
      'select release_due_holds($1::int)::int as count',
      [BATCH],
    );
    const count = row?.count ?? 0;
    released += count;
    if (count === 0) return released;
    noticeReturned();
  }
}
