import * as contract from '@/app/api/_contract/merchant-orders';
import { getMerchantOrder } from '@/app/api/_edge/merchant-order';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { changeParcel } from '@/lib/orders/move-parcel';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.changeParcel, async ({ params: { id, parcelId }, body, actor, requestId }) => {
    const changed = await changeParcel(id, parcelId, body, { actor: actor.id, requestId });
    return changed.ok ? reply(200, await getMerchantOrder(id)) : refuse(changed.reason);
  }),
);
