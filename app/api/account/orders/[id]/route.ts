import * as contract from '@/app/api/_contract/account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { withToken } from '@/app/api/_edge/with-token';
import { findOrderOf } from '@/lib/orders/list-orders-of';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getOwnOrder, async ({ actor, params }) => {
    const order = await findOrderOf(actor.customer, params.id);
    return order === null ? refuse('order-not-found') : reply(200, await withToken(order));
  }),
);
