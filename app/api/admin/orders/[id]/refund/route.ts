import * as contract from '@/app/api/_contract/merchant-orders';
import { answerMove } from '@/app/api/_edge/answer-move';
import { getMerchantOrder } from '@/app/api/_edge/merchant-order';
import { refuse } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { assertNever } from '@/lib/kernel/outcome';
import { refundOrder } from '@/lib/payments/refund-order';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.refundOrder, async ({ params, body, actor, requestId, idempotency }) => {
    const move = async () => {
      const outcome = await refundOrder(params.id, body, { actor: actor.id, requestId, idempotency });
      if (outcome.ok) {
        const { refund, replayed } = outcome.value;
        if (refund.status === 'failed') return refuse('refund-refused');
        return { kind: replayed ? 'replayed' : 'moved' } as const;
      }
      switch (outcome.reason) {
        case 'order-not-found':
        case 'invalid-transition':
        case 'idempotency-key-reused':
          return refuse(outcome.reason);
        case 'refund-too-large':
          return refuse(outcome.reason, { extensions: { refundable: outcome.refundable } });
        case 'validation-failed':
          return refuse(outcome.reason, { errors: outcome.errors });
        default:
          return assertNever(outcome);
      }
    };
    return answerMove(idempotency, move, () => getMerchantOrder(params.id));
  }),
);
