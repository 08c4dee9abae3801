import * as contract from '@/app/api/_contract/merchant-orders';
import { answerMove } from '@/app/api/_edge/answer-move';
import { getMerchantOrder } from '@/app/api/_edge/merchant-order';
import { refuse } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { takeBackParcel } from '@/lib/orders/move-parcel';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.takeBackParcel, async ({ params: { id, parcelId }, actor, requestId, idempotency }) => {
    const context = { actor: actor.id, requestId, idempotency: idempotency ?? undefined };
    const move = async () => {
      const outcome = await takeBackParcel(id, parcelId, context);
      if (!outcome.ok) return refuse(outcome.reason);
      return { kind: outcome.value.replayed ? 'replayed' : 'moved' } as const;
    };
    return answerMove(idempotency, move, () => getMerchantOrder(id));
  }),
);
