import * as contract from '@/app/api/_contract/merchant-orders';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { exportOrders } from '@/lib/orders/export-orders';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.exportOrders, async ({ query, actor, requestId }) =>
    reply(200, await exportOrders(query, { actor: actor.id, requestId }), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="orders.csv"',
    }),
  ),
);
