import * as contract from '@/app/api/_contract/customers';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { eraseCustomer } from '@/lib/customers/erase-customer';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.eraseCustomer, async ({ params, actor, requestId }) => {
    const erased = await eraseCustomer(params.id, { actor: actor.id, requestId });
    return erased.ok ? reply(200, erased.value) : refuse(erased.reason);
  }),
);
