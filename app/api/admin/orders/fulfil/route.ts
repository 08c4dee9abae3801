import * as contract from '@/app/api/_contract/merchant-orders';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { fulfilOrders } from '@/lib/orders/fulfil-order';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.fulfilOrders, async ({ body, actor, requestId }) =>
    reply(200, { results: await fulfilOrders(body.ids, { actor: actor.id, requestId }) }),
  ),
);
