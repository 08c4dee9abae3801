import * as contract from '@/app/api/_contract/webhooks';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { receiveProviderEvent } from '@/lib/payments/receive-provider-event';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.receiveTestEvent, async ({ body, headers }) => {
    const outcome = await receiveProviderEvent(body, headers['x-test-signature']);
    return outcome.ok ? reply(200, { received: true }) : refuse(outcome.reason);
  }),
);
