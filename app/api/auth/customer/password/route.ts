import * as contract from '@/app/api/_contract/auth';
import { countSignIn } from '@/app/api/_edge/count-account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { changeCustomerPassword } from '@/lib/customers/change-password';
import { sessionCookie } from '@/lib/platform/session-cookie';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.changeCustomerPassword, async ({ actor, body, request }) => {
    const limited = await countSignIn('customer', actor.customer.email, request);
    if (limited !== null) return limited;
    const outcome = await changeCustomerPassword(actor.customer.id, body);
    if (!outcome.ok) {
      if (outcome.reason === 'unauthenticated') return refuse('unauthenticated');
      const errors = [{ path: 'currentPassword', message: 'This is not the present password.' }];
      return refuse('validation-failed', { errors });
    }
    const { session, token } = outcome.value;
    return reply(200, session, { 'set-cookie': sessionCookie('cust', request, token) });
  }),
);
