import * as contract from '@/app/api/_contract/account';
import { countMail } from '@/app/api/_edge/count-account';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { requestErasureLink } from '@/lib/customers/request-erasure-link';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.requestErasureLink, async ({ actor, body }) => {
    const limited = await countMail('customer', actor.customer.email);
    if (limited !== null) return limited;
    await requestErasureLink(actor.customer, body.market);
    return reply(202, undefined);
  }),
);
