import * as contract from '@/app/api/_contract/auth';
import { isCrossOrigin } from '@/app/api/_edge/authenticate';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { signOutCustomer } from '@/lib/customers/end-sessions';
import { readSessionCookie, sessionCookie } from '@/lib/platform/session-cookie';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.signOutCustomer, async ({ request }) => {
    if (isCrossOrigin(request)) return refuse('cross-origin');
    const token = readSessionCookie('cust', request);
    if (token !== null) await signOutCustomer(token);
    return reply(204, undefined, { 'set-cookie': sessionCookie('cust', request, null) });
  }),
);
