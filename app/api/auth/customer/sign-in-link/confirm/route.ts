import * as contract from '@/app/api/_contract/auth';
import { isCrossOrigin } from '@/app/api/_edge/authenticate';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { signOutCustomer } from '@/lib/customers/end-sessions';
import { signInByLink } from '@/lib/customers/sign-in-by-link';
import { readSessionCookie, sessionCookie } from '@/lib/platform/session-cookie';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.signInByLink, async ({ body, request }) => {
    if (isCrossOrigin(request)) return refuse('cross-origin');
    const outcome = await signInByLink(body.token);
    if (!outcome.ok) return refuse(outcome.reason);
    const earlier = readSessionCookie('cust', request);
    if (earlier !== null) await signOutCustomer(earlier);
    const { session, token } = outcome.value;
    return reply(200, session, { 'set-cookie': sessionCookie('cust', request, token) });
  }),
);
