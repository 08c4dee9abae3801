import * as contract from '@/app/api/_contract/auth';
import { isCrossOrigin } from '@/app/api/_edge/authenticate';
import { countSignIn } from '@/app/api/_edge/count-account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { aboutSession } from '@/lib/platform/session-about';
import { readSessionCookie, sessionCookie } from '@/lib/platform/session-cookie';
import { signOutStaff } from '@/lib/staff/end-sessions';
import { signInStaff } from '@/lib/staff/sign-in';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.signInStaff, async ({ body, request, requestId }) => {
    if (isCrossOrigin(request)) return refuse('cross-origin');
    const limited = await countSignIn('staff', body.email, request);
    if (limited !== null) return limited;
    const outcome = await signInStaff(body, { requestId, about: aboutSession(request.headers) });
    if (!outcome.ok) {
      if (outcome.reason === 'wrong-credentials') return refuse(outcome.reason);
      return refuse(outcome.reason, { extensions: { ticket: outcome.ticket } });
    }
    const earlier = readSessionCookie('staff', request);
    if (earlier !== null) await signOutStaff(earlier);
    const { session, token } = outcome.value;
    return reply(200, session, { 'set-cookie': sessionCookie('staff', request, token) });
  }),
);
