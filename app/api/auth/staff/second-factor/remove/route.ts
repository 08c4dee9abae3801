import * as contract from '@/app/api/_contract/staff-account';
import { countSecondFactor, refuseCode } from '@/app/api/_edge/count-account';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { removeSecondFactor } from '@/lib/staff/remove-second-factor';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.removeSecondFactor, async ({ actor, body, requestId }) => {
    const limited = await countSecondFactor(actor.member.id);
    if (limited !== null) return limited;
    const outcome = await removeSecondFactor(actor.member.id, body.code, { requestId });
    if (outcome.ok) return reply(204, undefined);
    return refuseCode();
  }),
);
