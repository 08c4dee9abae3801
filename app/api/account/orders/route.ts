import * as contract from '@/app/api/_contract/account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { withToken } from '@/app/api/_edge/with-token';
import { parseId } from '@/lib/kernel/ids';
import { listOrdersOf } from '@/lib/orders/list-orders-of';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listOwnOrders, async ({ actor, query: { cursor, limit } }) => {
    const after = cursor === undefined ? undefined : parseId('ord', cursor);
    if (after === null) {
      const message = 'Must be the nextCursor of the page before.';
      return refuse('validation-failed', { errors: [{ path: 'cursor', message }] });
    }
    const { items, nextCursor } = await listOrdersOf(actor.customer, { after, limit });
    return reply(200, { items: await Promise.all(items.map(withToken)), nextCursor });
  }),
);
