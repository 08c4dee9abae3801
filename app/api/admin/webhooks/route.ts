import * as contract from '@/app/api/_contract/merchant-webhooks';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { createWebhook } from '@/lib/webhooks/create-webhook';
import { listWebhooks } from '@/lib/webhooks/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listWebhooks, async ({ query: { cursor, limit } }) => {
    const after = readIdCursor('hook', cursor);
    return isWrongCursor(after) ? after : reply(200, await listWebhooks({ limit, after }));
  }),
  handle(contract.createWebhook, async ({ body, actor, requestId, idempotency }) => {
    const created = await createWebhook(body, { actor: actor.id, requestId, idempotency });
    return created.ok ? reply(201, created.value) : refuse(created.reason);
  }),
);
