import * as contract from '@/app/api/_contract/merchant-orders';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { parseId } from '@/lib/kernel/ids';
import { listOrders } from '@/lib/orders/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listOrders, async ({ query }) => {
    const after = query.cursor === undefined ? undefined : parseId('ord', query.cursor);
    if (after === null) {
      return refuse('validation-failed', {
        errors: [{ path: 'cursor', message: 'Must be the nextCursor of the page before.' }],
      });
    }
    const found = await listOrders({ status: query.status, query: query.query, after, limit: query.limit });
    const items = found.slice(0, query.limit);
    const hasMore = found.length > query.limit;
    return reply(200, { items, nextCursor: hasMore ? (items.at(-1)?.id ?? null) : null });
  }),
);
