import * as contract from '@/app/api/_contract/account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { addAddress } from '@/lib/customers/add-address';
import { listAddresses } from '@/lib/customers/list-addresses';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listAddresses, async ({ actor }) =>
    reply(200, { items: await listAddresses(actor.customer.id), nextCursor: null }),
  ),
  handle(contract.addAddress, async ({ actor, body, idempotency }) => {
    const added = await addAddress(actor.customer.id, body, idempotency);
    return added.ok ? reply(201, added.value) : refuse(added.reason);
  }),
);
