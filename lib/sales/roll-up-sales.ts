import { query } from '@/db/client';

/** Computes what was sold on the last `days` days of the shop's time zone anew (roll_up_sales.sql). Gives how many rows. */
export async function rollUpSales(days: number): Promise<number> {
  const [row] = await query<{ count: number }>(
    'roll_up_sales',
    'select roll_up_sales($1::int)::int as count',
    [days],
  );
  return row?.count ?? 0;
}
