import * as contract from '@/app/api/_contract/auth';
import { isCrossOrigin } from '@/app/api/_edge/authenticate';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { sessionCookie } from '@/lib/platform/session-cookie';
import { chooseStaffPassword } from '@/lib/staff/choose-password';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.chooseStaffPassword, async ({ body, request, requestId }) => {
    if (isCrossOrigin(request)) return refuse('cross-origin');
    const outcome = await chooseStaffPassword(body, { requestId });
    if (!outcome.ok) return refuse(outcome.reason);
    // Whoever was signed in here before is so no more.
    return reply(204, undefined, { 'set-cookie': sessionCookie('staff', request, null) });
  }),
);
