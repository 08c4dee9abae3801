import { callFunction } from '@/db/client';
import { newId, type OrderId, type ReturnId, toUuid, type VariantId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import { askForRefund } from './internal/ask-for-refund';
import { testProvider } from './internal/test-provider';
import type { PaymentProvider } from './provider';
import { type Refund, type RefundRow, toRefund } from './refund';

export type RefundRequest = {
  /** In minor units of `currency` (the order's when absent); absent: what the lines came to, or without lines all that is left. */
  readonly amount?: number | undefined;
  readonly currency?: string | undefined;
  readonly lines?: readonly { readonly variantId: VariantId; readonly quantity: number }[] | undefined;
  /** Whether the units of the lines (of all lines, when everything is refunded) go back on the shelf. */
  readonly restock: boolean;
  /** The return that it is for. */
  readonly returnId?: ReturnId | undefined;
  readonly reason: string;
};

export type RefundContext = {
  readonly actor: string;
  readonly requestId?: string | undefined;
  /** `id` is a uuid that stands for (method, path, credential, key); `fingerprint` is 64 hex digits. */
  readonly idempotency?: { readonly id: string; readonly fingerprint: string } | undefined;
  /** Who gives the money back; the shop's own provider unless told. */
  readonly provider?: Pick<PaymentProvider, 'refund'> | undefined;
};

export type RefundProblem = { readonly path: string; readonly message: string };

export type RefundRefusal =
  | { reason: 'order-not-found' | 'invalid-transition' | 'idempotency-key-reused' }
  /** More than is left of the payment, or than these lines cost. */
  | { reason: 'refund-too-large'; refundable: Money }
  | { reason: 'validation-failed'; errors: RefundProblem[] };

type RefundAnswer =
  | { outcome: 'opened' | 'replayed'; refund: RefundRow }
  | { outcome: 'order-not-found' | 'invalid-transition' | 'idempotency-key-reused' | 'return-not-open' }
  | { outcome: 'refund-too-large'; refundable: number; currency: string }
  | { outcome: 'other-currency'; currency: string }
  | {
      outcome: 'invalid';
      problems: { path: string; reason: 'not-in-order' | 'too-many-units'; left: number }[];
    };

/**
 * Gives money of a paid order back: all of it, an amount, or what was paid for some units. The decision is written down
 * before the provider is asked, so a process that dies in between leaves a refund that {@link settleDueRefunds} ends;
 * the order moves, and units come back, once the provider has said yes. `status` of the answer says how far it came.
 * Refunds of one order queue on its row: together they never exceed what was paid. An idempotency id refunds once.
 */
export async function refundOrder(
  id: OrderId,
  request: RefundRequest,
  context: RefundContext,
): Promise<Outcome<{ refund: Refund; replayed: boolean }, RefundRefusal>> {
  const answer = await callFunction<RefundAnswer>('refund_order', {
    orderId: toUuid(id),
    refundId: toUuid(newId('ref')),
    amount: request.amount,
    currency: request.currency,
    lines: request.lines?.map(({ variantId, quantity }) => ({ variantId: toUuid(variantId), quantity })),
    restock: request.restock,
    ...(request.returnId ? { returnId: toUuid(request.returnId) } : {}),
    reason: request.reason,
    actor: context.actor,
    auditId: toUuid(newId('aud')),
    requestId: context.requestId,
    idempotency: context.idempotency,
  });
  switch (answer.outcome) {
    case 'opened': {
      const refund = toRefund(answer.refund);
      const status = await askForRefund(refund, context.provider ?? testProvider);
      return ok({ refund: { ...refund, status }, replayed: false });
    }
    case 'replayed':
      return ok({ refund: toRefund(answer.refund), replayed: true });
    case 'order-not-found':
    case 'invalid-transition':
    case 'idempotency-key-reused':
      return no(answer.outcome);
    case 'refund-too-large':
      return no('refund-too-large', {
        refundable: { amount: answer.refundable, currency: answer.currency },
      });
    case 'return-not-open':
      return no('validation-failed', {
        errors: [
          { path: 'returnId', message: 'There is no such return that came and was not refunded yet.' },
        ],
      });
    case 'other-currency':
      return no('validation-failed', {
        errors: [{ path: 'amount/currency', message: `Must be ${answer.currency}, the order’s currency.` }],
      });
    case 'invalid':
      return no('validation-failed', {
        errors: answer.problems.map(({ path, reason, left }) =>
          reason === 'not-in-order'
            ? { path: `${path}/variantId`, message: 'This order has no such line.' }
            : { path: `${path}/quantity`, message: `Only ${left} of these can still be refunded.` },
        ),
      });
    default:
      return assertNever(answer);
  }
}
