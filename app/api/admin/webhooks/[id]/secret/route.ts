import * as contract from '@/app/api/_contract/merchant-webhooks';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { renewWebhookSecret } from '@/lib/webhooks/change-webhook';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.renewWebhookSecret, async ({ params, actor, requestId }) => {
    const renewed = await renewWebhookSecret(params.id, { actor: actor.id, requestId });
    return renewed.ok ? reply(200, renewed.value) : refuse(renewed.reason);
  }),
);
