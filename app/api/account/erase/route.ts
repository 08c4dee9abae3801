import * as contract from '@/app/api/_contract/account';
import { countSignIn } from '@/app/api/_edge/count-account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { eraseOwnAccount } from '@/lib/customers/erase-own-account';
import { sessionCookie } from '@/lib/platform/session-cookie';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.eraseAccount, async ({ actor: { customer }, body, request, requestId }) => {
    const limited = await countSignIn('customer', customer.email, request);
    if (limited !== null) return limited;
    const outcome = await eraseOwnAccount(customer.id, body, requestId);
    if (outcome.ok) {
      // Whoever was signed in here is nobody any more.
      const headers = { 'set-cookie': sessionCookie('cust', request, null) };
      return reply(200, { orderCount: outcome.orderCount }, headers);
    }
    switch (outcome.reason) {
      case 'orders-open':
        return refuse(outcome.reason, { extensions: { orders: outcome.orders } });
      case 'wrong-password': {
        const errors = [{ path: 'password', message: 'This is not the present password.' }];
        return refuse('validation-failed', { errors });
      }
      default:
        return refuse(outcome.reason);
    }
  }),
);
