import { callFunction } from '@/db/client';
import { newId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { StockLevel } from './get-stock';
import { noticeMoved } from './notice-availability';

export type StockChange =
  | { readonly delta: number; readonly set?: undefined }
  /** A level of free units; null stops counting. */
  | { readonly set: number | null; readonly delta?: undefined };

export type AdjustStockContext = {
  readonly actor: string;
  readonly requestId?: string | undefined;
  readonly idempotency?: { readonly id: string; readonly fingerprint: string } | undefined;
};

export type AdjustStockRefusal =
  | { reason: 'variant-not-found' | 'stock-not-counted' | 'idempotency-key-reused' }
  | { reason: 'insufficient-stock'; available: number };

type AdjustStockAnswer =
  | { outcome: 'adjusted'; available: number | null }
  | { outcome: 'replayed'; body: string }
  | { outcome: 'idempotency-key-reused' | 'variant-not-found' | 'not-counted' }
  | { outcome: 'insufficient-stock'; available: number };

/**
 * A merchant's change of the free units, with its row in the ledger and the audit log, in one statement. Units that
 * checkouts hold are not free and stay untouched. With an idempotency id it happens once.
 */
export async function adjustStock(
  variantId: VariantId,
  change: StockChange & { readonly reason: string },
  context: AdjustStockContext,
): Promise<Outcome<{ level: StockLevel; replayed: boolean }, AdjustStockRefusal>> {
  const answer = await callFunction<AdjustStockAnswer>('adjust_stock', {
    variantId: toUuid(variantId),
    ...(change.delta === undefined ? { set: change.set } : { delta: change.delta }),
    kind: 'adjust',
    reason: change.reason,
    actor: context.actor,
    auditId: toUuid(newId('aud')),
    httpRequestId: context.requestId,
    idempotency: context.idempotency,
  });
  switch (answer.outcome) {
    case 'adjusted':
      noticeMoved([variantId]);
      return ok({ level: { variantId, available: answer.available }, replayed: false });
    case 'replayed':
      return ok({ level: JSON.parse(answer.body) as StockLevel, replayed: true });
    case 'not-counted':
      return no('stock-not-counted');
    case 'insufficient-stock':
      return no('insufficient-stock', { available: answer.available });
    case 'variant-not-found':
    case 'idempotency-key-reused':
      return no(answer.outcome);
    default:
      return assertNever(answer);
  }
}
