import { callFunction } from '@/db/client';
import { noticeReturned } from '@/lib/inventory/notice-availability';
import { newId, type OrderId, toUuid } from '@/lib/kernel/ids';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import { askForRefund } from './internal/ask-for-refund';
import { testProvider } from './internal/test-provider';
import { type Refund, type RefundRow, toRefund } from './refund';
import type { RefundContext } from './refund-order';

export type CancelRefusal =
  | 'order-not-found'
  | 'invalid-transition'
  /** The provider is being asked: the order may be paid at any moment. */
  | 'payment-in-progress'
  /** A refund of a part is on its way. */
  | 'refund-in-progress'
  /** A parcel of it is on its way. */
  | 'order-partly-sent'
  | 'idempotency-key-reused';

type CancelAnswer =
  | { outcome: 'cancelled' | 'replayed'; refund: RefundRow | null }
  | { outcome: CancelRefusal };

/**
 * Ends an order that was not sent yet: its units go back on the shelf, its discount code's use to others, and what was
 * paid back to the buyer, whole. The order is cancelled at once; the refund goes its own way and is asked for until the
 * provider answers. Gives that refund, or null when nothing had been paid.
 */
export async function cancelOrder(
  id: OrderId,
  request: { readonly reason: string },
  context: RefundContext,
): Promise<Outcome<{ refund: Refund | null; replayed: boolean }, CancelRefusal>> {
  const answer = await callFunction<CancelAnswer>('cancel_order', {
    orderId: toUuid(id),
    refundId: toUuid(newId('ref')),
    reason: request.reason,
    actor: context.actor,
    auditId: toUuid(newId('aud')),
    requestId: context.requestId,
    idempotency: context.idempotency,
  });
  switch (answer.outcome) {
    case 'cancelled': {
      noticeReturned();
      if (answer.refund === null) return ok({ refund: null, replayed: false });
      const refund = toRefund(answer.refund);
      const status = await askForRefund(refund, context.provider ?? testProvider);
      return ok({ refund: { ...refund, status }, replayed: false });
    }
    case 'replayed':
      return ok({ refund: answer.refund && toRefund(answer.refund), replayed: true });
    case 'order-not-found':
    case 'invalid-transition':
    case 'payment-in-progress':
    case 'refund-in-progress':
    case 'order-partly-sent':
    case 'idempotency-key-reused':
      return no(answer.outcome);
    default:
      return assertNever(answer);
  }
}
