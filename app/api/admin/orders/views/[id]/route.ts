import * as contract from '@/app/api/_contract/order-views';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { removeOrderView } from '@/lib/orders/views';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.removeOrderView, async ({ params, actor, requestId }) => {
    const removed = await removeOrderView(params.id, { actor: actor.id, requestId });
    return removed.ok ? reply(204, undefined) : refuse(removed.reason);
  }),
);
