import * as contract from '@/app/api/_contract/merchant-webhooks';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listDeliveries } from '@/lib/webhooks/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listWebhookDeliveries, async ({ params, query: { cursor, limit } }) => {
    const after = readIdCursor('dlv', cursor);
    if (isWrongCursor(after)) return after;
    const page = await listDeliveries(params.id, { limit, after });
    return page === null ? refuse('webhook-not-found') : reply(200, page);
  }),
);
