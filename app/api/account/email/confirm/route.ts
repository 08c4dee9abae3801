import * as contract from '@/app/api/_contract/account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { confirmEmailChange } from '@/lib/customers/confirm-email-change';
import { sessionCookie } from '@/lib/platform/session-cookie';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.confirmEmail, async ({ actor, body, request }) => {
    const outcome = await confirmEmailChange(actor.customer.id, body.token);
    if (!outcome.ok) return refuse(outcome.reason);
    const { session, token } = outcome.value;
    return reply(200, session, { 'set-cookie': sessionCookie('cust', request, token) });
  }),
);
