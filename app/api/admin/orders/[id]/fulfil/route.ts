import * as contract from '@/app/api/_contract/merchant-orders';
import { answerMove } from '@/app/api/_edge/answer-move';
import { getMerchantOrder } from '@/app/api/_edge/merchant-order';
import { refuse } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { fulfilOrder } from '@/lib/orders/fulfil-order';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.fulfilOrder, async ({ params, body, actor, requestId, idempotency }) => {
    const context = { actor: actor.id, requestId, idempotency: idempotency ?? undefined };
    const move = async () => {
      const outcome = await fulfilOrder(params.id, body, context);
      if (outcome.ok) return { kind: outcome.value.replayed ? 'replayed' : 'moved' } as const;
      return outcome.reason === 'validation-failed'
        ? refuse(outcome.reason, { errors: outcome.errors })
        : refuse(outcome.reason);
    };
    return answerMove(idempotency, move, () => getMerchantOrder(params.id));
  }),
);
