import { query } from '@/db/client';
import { toUuid, type VariantId } from '@/lib/kernel/ids';
import { cached } from '@/lib/platform/cache';
import { noticeEmpty } from './notice-availability';

/** `available`: units free to buy; null: not counted, always sellable. */
export type StockLevel = { readonly variantId: VariantId; readonly available: number | null };

/** Half of what the contract allows (1 s), so that an answer is still in time when it reaches the client. */
const FRESH_MS = 500;

/**
 * A variant's free units, at most half a second old, or null when there is no such variant. A read that finds nothing
 * free first releases holds whose time is over.
 */
export function getStock(variantId: VariantId): Promise<StockLevel | null> {
  return cached(`inventory:${variantId}:stock`, FRESH_MS, async () => {
    const [row] = await query<{ available: number | null }>(
      'get_stock',
      'select look_up_stock(variant_id, 1) as available from stock_items where variant_id = $1::uuid',
      [toUuid(variantId)],
    );
    if (row?.available === 0) noticeEmpty([variantId]);
    return row ? { variantId, available: row.available } : null;
  });
}
