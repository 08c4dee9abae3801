import * as contract from '@/app/api/_contract/auth';
import { isCrossOrigin } from '@/app/api/_edge/authenticate';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { readSessionCookie, sessionCookie } from '@/lib/platform/session-cookie';
import { signOutStaff } from '@/lib/staff/end-sessions';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.signOutStaff, async ({ request }) => {
    if (isCrossOrigin(request)) return refuse('cross-origin');
    const token = readSessionCookie('staff', request);
    if (token !== null) await signOutStaff(token);
    return reply(204, undefined, { 'set-cookie': sessionCookie('staff', request, null) });
  }),
);
