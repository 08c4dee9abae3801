import { type SQL, sql } from 'drizzle-orm';
import { toUuid, type VariantId } from '@/lib/kernel/ids';
import type { VariantDraft } from '../model';
import type { ProductWrite } from './product-write';

type Level = { readonly variantId: string; readonly set: number | null; readonly isNew: boolean };

/** Brings the stock of new, changed and removed variants to what is wanted, through the ledger. */
export function stockStatements(
  writes: readonly ProductWrite[],
  context: { readonly actor: string; readonly reason: string },
): SQL[] {
  const levels = writes.flatMap(levelsOf);
  if (levels.length === 0) return [];
  const variants = levels.map(({ variantId }) => variantId);
  return [
    sql`select set_stock_levels(${JSON.stringify({ ...context, levels })}::jsonb)`,
    // The product is announced whole: this only keeps the books of what is sold out.
    sql`select note_availability(${JSON.stringify({ variants })}::jsonb)`,
  ];
}

function levelsOf({ draft, before }: ProductWrite): Level[] {
  const known = new Map<VariantId, VariantDraft>(
    before?.draft.variants.map((variant) => [variant.id, variant]),
  );
  const levels: Level[] = [];
  for (const { id, stock } of draft.variants) {
    const old = known.get(id);
    known.delete(id);
    if (old === undefined)
      levels.push({ variantId: toUuid(id), set: stock === undefined ? 0 : stock, isNew: true });
    else if (stock !== undefined && stock !== old.stock)
      levels.push({ variantId: toUuid(id), set: stock, isNew: false });
  }
  // What is left was taken out of the product. Units that orders hold are not free and stay theirs.
  for (const { id, stock } of known.values()) {
    if (stock !== null && stock !== 0) levels.push({ variantId: toUuid(id), set: 0, isNew: false });
  }
  return levels;
}
