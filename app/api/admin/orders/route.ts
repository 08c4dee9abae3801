import * as contract from '@/app/api/_contract/merchant-orders';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listOrders } from '@/lib/orders/list-orders';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listOrders, async ({ query: { cursor, ...filter } }) => {
    const after = readIdCursor('ord', cursor);
    return isWrongCursor(after) ? after : reply(200, await listOrders({ ...filter, after }));
  }),
);
