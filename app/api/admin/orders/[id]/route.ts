import * as contract from '@/app/api/_contract/merchant-orders';
import { findMerchantOrder, getMerchantOrder } from '@/app/api/_edge/merchant-order';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { changeOrderContact } from '@/lib/orders/change-order-contact';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getMerchantOrder, async ({ params }) => {
    const order = await findMerchantOrder(params.id);
    return order === null ? refuse('order-not-found') : reply(200, order);
  }),
  handle(contract.changeOrderContact, async ({ params, body, actor, requestId }) => {
    const changed = await changeOrderContact(params.id, body, { actor: actor.id, requestId });
    if (changed.ok) return reply(200, await getMerchantOrder(params.id));
    return changed.reason === 'validation-failed'
      ? refuse(changed.reason, { errors: changed.errors })
      : refuse(changed.reason);
  }),
);
