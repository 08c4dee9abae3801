import * as contract from '@/app/api/_contract/auth';
import { isCrossOrigin } from '@/app/api/_edge/authenticate';
import { countMail } from '@/app/api/_edge/count-account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { requestSignUp } from '@/lib/customers/request-link';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.signUpCustomer, async ({ body, request }) => {
    if (isCrossOrigin(request)) return refuse('cross-origin');
    const limited = await countMail('customer', body.email);
    if (limited !== null) return limited;
    await requestSignUp(body);
    return reply(202, undefined);
  }),
);
