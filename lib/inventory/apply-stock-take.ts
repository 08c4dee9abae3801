import { callFunction } from '@/db/client';
import { fromUuid, newId, type StockTakeId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { noticeMoved } from './notice-availability';

type Context = { readonly actor: string; readonly requestId?: string | undefined };
type Refusal = 'stock-take-not-found' | 'stock-take-applied';

/** Has a count taken over into the stock, by a job. Asked once more while that is under way it goes on. */
export async function applyStockTake(
  id: StockTakeId,
  reason: string,
  { actor, requestId }: Context,
): Promise<Outcome<undefined, Refusal>> {
  const { outcome } = await callFunction<{ outcome: 'applying' | Refusal }>('apply_stock_take', {
    takeId: toUuid(id),
    reason,
    actor,
    auditId: toUuid(newId('aud')),
    eventId: toUuid(newId('evt')),
    requestId,
  });
  return outcome === 'applying' ? ok() : no(outcome);
}

/** Lines of one transaction: their lanes are locked until it ends. */
const BATCH = 200;

/**
 * Takes the next lines of a count over, as many as fit into the time, at least one batch. May be killed anywhere and called again:
 * what was taken over is written down with it. Gives whether nothing is left.
 */
export async function continueStockTake(id: StockTakeId, budgetMs: number): Promise<boolean> {
  const endsAt = performance.now() + budgetMs;
  for (;;) {
    const { variants, isOver } = await callFunction<{ variants: string[]; isOver: boolean }>(
      'continue_stock_take',
      { takeId: toUuid(id), limit: BATCH },
    );
    if (variants.length > 0) noticeMoved(variants.map((uuid) => fromUuid('var', uuid)));
    if (isOver || performance.now() > endsAt) return isOver;
  }
}
