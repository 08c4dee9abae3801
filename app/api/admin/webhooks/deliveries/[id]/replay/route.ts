import * as contract from '@/app/api/_contract/merchant-webhooks';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { replayDelivery } from '@/lib/webhooks/send-webhook';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.replayWebhookDelivery, async ({ params, actor, requestId }) => {
    const replayed = await replayDelivery(params.id, { actor: actor.id, requestId });
    return replayed.ok ? reply(202, replayed.value) : refuse(replayed.reason);
  }),
);
