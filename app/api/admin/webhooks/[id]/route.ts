import * as contract from '@/app/api/_contract/merchant-webhooks';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { changeWebhook } from '@/lib/webhooks/change-webhook';
import { findWebhook } from '@/lib/webhooks/queries';
import { removeWebhook } from '@/lib/webhooks/remove-webhook';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getWebhook, async ({ params }) => {
    const found = await findWebhook(params.id);
    return found === null ? refuse('webhook-not-found') : reply(200, found);
  }),
  handle(contract.changeWebhook, async ({ params, body, actor, requestId }) => {
    const changed = await changeWebhook(params.id, body, { actor: actor.id, requestId });
    return changed.ok ? reply(200, changed.value) : refuse(changed.reason);
  }),
  handle(contract.removeWebhook, async ({ params, actor, requestId }) => {
    const removed = await removeWebhook(params.id, { actor: actor.id, requestId });
    return removed.ok ? reply(204, undefined) : refuse(removed.reason);
  }),
);
