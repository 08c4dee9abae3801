import * as contract from '@/app/api/_contract/discounts';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { createDiscount } from '@/lib/discounts/create-discount';
import { listDiscounts } from '@/lib/discounts/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listDiscounts, async ({ query: { cursor, ...filter } }) => {
    const after = readIdCursor('disc', cursor);
    return isWrongCursor(after) ? after : reply(200, await listDiscounts({ ...filter, after }));
  }),
  handle(contract.createDiscount, async ({ body, actor, requestId, idempotency }) => {
    const created = await createDiscount(body, { actor: actor.id, requestId, idempotency });
    if (created.ok) return reply(201, created.value);
    return created.reason === 'code-taken'
      ? refuse(created.reason)
      : refuse(created.reason, { errors: created.errors });
  }),
);
