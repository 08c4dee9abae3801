import * as contract from '@/app/api/_contract/customers';
import { findCustomerFile } from '@/app/api/_edge/customer-file';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { changeCustomerTags } from '@/lib/customers/notes-and-tags';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.changeCustomerTags, async ({ params, body, actor, requestId }) => {
    const changed = await changeCustomerTags(params.id, body.tags, { actor: actor.id, requestId });
    if (!changed.ok) return refuse(changed.reason);
    const customer = await findCustomerFile(params.id);
    return customer === null ? refuse('customer-not-found') : reply(200, customer);
  }),
);
