import * as contract from '@/app/api/_contract/staff-account';
import { isCrossOrigin } from '@/app/api/_edge/authenticate';
import { countSecondFactor } from '@/app/api/_edge/count-account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { aboutSession } from '@/lib/platform/session-about';
import { readSessionCookie, sessionCookie } from '@/lib/platform/session-cookie';
import { signOutStaff } from '@/lib/staff/end-sessions';
import { finishSignIn } from '@/lib/staff/finish-sign-in';
import { readSignInTicket } from '@/lib/staff/sign-in-ticket';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.finishStaffSignIn, async ({ body, request, requestId }) => {
    if (isCrossOrigin(request)) return refuse('cross-origin');
    const ticket = await readSignInTicket(body.ticket);
    if (ticket === null) return refuse('sign-in-expired');
    const limited = await countSecondFactor(ticket.member);
    if (limited !== null) return limited;
    const about = aboutSession(request.headers);
    const outcome = await finishSignIn(ticket, body.code, { requestId, about });
    if (!outcome.ok) return refuse(outcome.reason);
    const earlier = readSessionCookie('staff', request);
    if (earlier !== null) await signOutStaff(earlier);
    const { session, token } = outcome.value;
    return reply(200, session, { 'set-cookie': sessionCookie('staff', request, token) });
  }),
);
