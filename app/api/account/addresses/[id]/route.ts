import * as contract from '@/app/api/_contract/account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { changeAddress } from '@/lib/customers/change-address';
import { removeAddress } from '@/lib/customers/remove-address';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.changeAddress, async ({ actor, params, body }) => {
    const changed = await changeAddress(actor.customer.id, params.id, body);
    return changed.ok ? reply(200, changed.value) : refuse(changed.reason);
  }),
  handle(contract.removeAddress, async ({ actor, params }) => {
    const removed = await removeAddress(actor.customer.id, params.id);
    return removed.ok ? reply(204, undefined) : refuse(removed.reason);
  }),
);
