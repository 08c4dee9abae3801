import * as contract from '@/app/api/_contract/stock';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { requestStockTake } from '@/lib/inventory/request-stock-take';
import { listStockTakes } from '@/lib/inventory/stock-takes';
import { writeDraft } from '@/lib/platform/files/write-file';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

const DEFAULT_NAME = 'count.csv';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listStockTakes, async ({ query: { cursor, limit } }) => {
    const after = readIdCursor('take', cursor);
    return isWrongCursor(after) ? after : reply(200, await listStockTakes({ after, limit }));
  }),
  handle(
    contract.uploadStockTake,
    async ({ body, query: { name = DEFAULT_NAME }, actor, requestId, idempotency }) => {
      const context = { actor: actor.id, requestId, idempotency };
      const taken = await requestStockTake(body.draftId, name, context);
      if (taken.ok) return reply(201, taken.value);
      return refuse('validation-failed', { errors: [{ path: '', message: taken.message }] });
    },
    writeDraft,
  ),
);
