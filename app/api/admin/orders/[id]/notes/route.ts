import * as contract from '@/app/api/_contract/merchant-orders';
import { answerMove } from '@/app/api/_edge/answer-move';
import { getMerchantOrder } from '@/app/api/_edge/merchant-order';
import { refuse } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { addOrderNote } from '@/lib/orders/add-order-note';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.addOrderNote, async ({ params, body, actor, requestId, idempotency }) => {
    const context = { actor: actor.id, requestId, idempotency: idempotency ?? undefined };
    const move = async () => {
      const outcome = await addOrderNote(params.id, body.text, context);
      if (!outcome.ok) return refuse(outcome.reason);
      return { kind: outcome.value.replayed ? 'replayed' : 'moved' } as const;
    };
    return answerMove(idempotency, move, () => getMerchantOrder(params.id));
  }),
);
