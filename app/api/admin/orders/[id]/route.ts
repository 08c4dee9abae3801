import * as contract from '@/app/api/_contract/merchant';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { findOrder, listOrderEvents } from '@/lib/orders/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getMerchantOrder, async ({ params }) => {
    const [order, timeline] = await Promise.all([findOrder(params.id), listOrderEvents(params.id)]);
    return order === null ? refuse('order-not-found') : reply(200, { ...order, timeline });
  }),
);
