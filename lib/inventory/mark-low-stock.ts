import { query } from '@/db/client';

/** Notes and announces what sales have brought low since the last look (mark_low_stock.sql). Gives how many fell. */
export async function markLowStock(): Promise<number> {
  const [row] = await query<{ count: number }>('mark_low_stock', 'select mark_low_stock() as count', []);
  return row?.count ?? 0;
}
