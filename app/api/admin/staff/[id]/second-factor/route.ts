import * as contract from '@/app/api/_contract/staff';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { resetSecondFactor } from '@/lib/staff/reset-second-factor';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.resetSecondFactor, async ({ params, actor, requestId }) => {
    const reset = await resetSecondFactor(params.id, { actor: actor.id, requestId });
    return reset.ok ? reply(204, undefined) : refuse(reset.reason);
  }),
);
