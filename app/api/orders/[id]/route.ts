import * as contract from '@/app/api/_contract/checkout';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { withToken } from '@/app/api/_edge/with-token';
import { findOrderByToken } from '@/lib/orders/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getOrder, async ({ params, headers, query }) => {
    const order = await findOrderByToken(params.id, headers['x-order-token'] ?? query.token ?? '');
    return order === null ? refuse('order-not-found') : reply(200, await withToken(order));
  }),
);
