import * as contract from '@/app/api/_contract/checkout';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { withToken } from '@/app/api/_edge/with-token';
import { payOrder } from '@/lib/payments/pay-order';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.payOrder, async ({ params, body }) => {
    const outcome = await payOrder(params.id, body);
    return outcome.ok ? reply(200, await withToken(outcome.value)) : refuse(outcome.reason);
  }),
);
