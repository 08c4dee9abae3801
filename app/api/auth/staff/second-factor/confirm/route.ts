import * as contract from '@/app/api/_contract/staff-account';
import { countSecondFactor, refuseCode } from '@/app/api/_edge/count-account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { readSessionCookie } from '@/lib/platform/session-cookie';
import { confirmSecondFactor } from '@/lib/staff/confirm-second-factor';
import { endOtherOwnSessions } from '@/lib/staff/own-sessions';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.confirmSecondFactor, async ({ actor, body, request, requestId }) => {
    const limited = await countSecondFactor(actor.member.id);
    if (limited !== null) return limited;
    const outcome = await confirmSecondFactor(actor.member.id, body.code, { requestId });
    if (outcome.ok) {
      // Whoever is signed in elsewhere has shown a password alone.
      await endOtherOwnSessions(actor.member.id, readSessionCookie('staff', request) ?? '', { requestId });
      return reply(200, outcome.value);
    }
    if (outcome.reason === 'second-factor-not-begun') return refuse(outcome.reason);
    return refuseCode();
  }),
);
