import { query } from '@/db/client';
import { toUuid, type VariantId } from '@/lib/kernel/ids';

export type BrokenStock = { what: string; subject: string; expected: string; found: string };

/** For tests: where the books of these variants, and of the orders that name them, do not balance (check_stock()). */
export async function findBrokenStock(variants: readonly VariantId[]): Promise<BrokenStock[]> {
  return query<BrokenStock>('find_broken_stock', 'select * from check_stock($1::uuid[])', [
    variants.map((id) => toUuid(id)),
  ]);
}
