import { query } from '@/db/client';
import { toUuid, type VariantId } from '@/lib/kernel/ids';

export type StockLine = { readonly title: string; readonly sku: string; readonly available: number };

/** How these variants are called and how many are left, fewest first. */
export async function listStockLines(ids: readonly VariantId[]): Promise<StockLine[]> {
  const [row] = await query<{ lines: string }>(
    'list_stock_lines',
    'select stock_lines($1::uuid[])::text as lines',
    [`{${ids.map(toUuid).join(',')}}`],
  );
  return JSON.parse(row?.lines ?? '[]') as StockLine[];
}
