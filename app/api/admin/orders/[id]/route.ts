import * as contract from '@/app/api/_contract/merchant-orders';
import { findMerchantOrder } from '@/app/api/_edge/merchant-order';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getMerchantOrder, async ({ params }) => {
    const order = await findMerchantOrder(params.id);
    return order === null ? refuse('order-not-found') : reply(200, order);
  }),
);
