import * as contract from '@/app/api/_contract/staff-account';
import { countSecondFactor, refuseCode } from '@/app/api/_edge/count-account';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { renewRecoveryCodes } from '@/lib/staff/renew-recovery-codes';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.renewRecoveryCodes, async ({ actor, body, requestId }) => {
    const limited = await countSecondFactor(actor.member.id);
    if (limited !== null) return limited;
    const outcome = await renewRecoveryCodes(actor.member.id, body.code, { requestId });
    if (outcome.ok) return reply(200, outcome.value);
    return refuseCode();
  }),
);
