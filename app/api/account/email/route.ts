import * as contract from '@/app/api/_contract/account';
import { countMail, countSignIn } from '@/app/api/_edge/count-account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { cancelEmailChange } from '@/lib/customers/cancel-email-change';
import { requestEmailChange } from '@/lib/customers/request-email-change';

export const runtime = 'nodejs';

const FAULTS = {
  'wrong-password': { path: 'password', message: 'This is not the present password.' },
  'same-email': { path: 'email', message: 'This is the address of the account already.' },
} as const;

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.changeEmail, async ({ actor: { customer }, body, request }) => {
    const limited =
      (await countSignIn('customer', customer.email, request)) ?? (await countMail('customer', body.email));
    if (limited !== null) return limited;
    const outcome = await requestEmailChange(customer.id, body);
    if (!outcome.ok) return refuse('validation-failed', { errors: [FAULTS[outcome.reason]] });
    return reply(202, undefined);
  }),
  handle(contract.cancelEmailChange, async ({ actor }) => {
    await cancelEmailChange(actor.customer.id);
    return reply(204, undefined);
  }),
);
