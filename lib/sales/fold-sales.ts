import { query } from '@/db/client';

const SIZE = 20_000;

/**
 * Folds what was paid, refunded and put into carts since the last time into the sums that figures are made of (fold_sales.sql),
 * for about `budgetMs`. Gives whether it has come to the end: a shop with years of orders takes several calls the first time.
 */
export async function foldSales(budgetMs: number, size = SIZE): Promise<boolean> {
  const deadline = performance.now() + budgetMs;
  for (;;) {
    const [row] = await query<{ more: boolean }>('fold_sales', 'select fold_sales($1::int) as more', [size]);
    if (row?.more !== true) return true;
    if (performance.now() > deadline) return false;
  }
}

/** Computes a day of the shop's time zone anew, `daysAgo` days before today. */
export async function refoldSales(daysAgo: number): Promise<void> {
  await query(
    'refold_sales',
    `select refold_sales((now() at time zone time_zone)::date - $1::int)::text from shop_settings`,
    [daysAgo],
  );
}
