import * as contract from '@/app/api/_contract/stock';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listBookChecks } from '@/lib/upkeep/book-checks';
import { requestBookCheck } from '@/lib/upkeep/request-book-check';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listBookChecks, async ({ query: { cursor, ...filter } }) => {
    const after = readIdCursor('chk', cursor);
    return isWrongCursor(after) ? after : reply(200, await listBookChecks({ ...filter, after }));
  }),
  handle(contract.requestBookCheck, async ({ body, actor, requestId, idempotency }) =>
    reply(202, await requestBookCheck(body.kind, { actor: actor.id, requestId, idempotency })),
  ),
);
