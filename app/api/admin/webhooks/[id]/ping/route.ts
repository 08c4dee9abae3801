import * as contract from '@/app/api/_contract/merchant-webhooks';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { pingWebhook } from '@/lib/webhooks/send-webhook';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.pingWebhook, async ({ params, actor, requestId }) => {
    const pinged = await pingWebhook(params.id, { actor: actor.id, requestId });
    return pinged.ok ? reply(202, pinged.value) : refuse(pinged.reason);
  }),
);
