import { query } from '@/db/client';

/** At how many units the owner is told, as settings say now. */
export async function getLowStockThreshold(): Promise<number> {
  const [row] = await query<{ threshold: number }>(
    'get_low_stock_threshold',
    'select low_stock_threshold as threshold from shop_settings',
    [],
  );
  if (row === undefined) throw new Error('The shop has no settings: its database was not set up.');
  return row.threshold;
}
