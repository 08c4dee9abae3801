import { callFunction } from '@/db/client';
import { newId, type OrderId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { FulfilContext } from './fulfil-order';

/** What somebody of the shop wants the others to know, into the order's history. */
export async function addOrderNote(
  id: OrderId,
  text: string,
  context: FulfilContext,
): Promise<Outcome<{ replayed: boolean }, 'order-not-found' | 'idempotency-key-reused'>> {
  const { outcome } = await callFunction<{
    outcome: 'noted' | 'replayed' | 'order-not-found' | 'idempotency-key-reused';
  }>('add_order_note', { orderId: toUuid(id), text, auditId: toUuid(newId('aud')), ...context });
  return outcome === 'noted' || outcome === 'replayed'
    ? ok({ replayed: outcome === 'replayed' })
    : no(outcome);
}
