import * as contract from '@/app/api/_contract/account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { findProfile } from '@/lib/customers/find-profile';
import { renameCustomer } from '@/lib/customers/rename-customer';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getProfile, async ({ actor }) => {
    const profile = await findProfile(actor.customer.id);
    return profile === null ? refuse('unauthenticated') : reply(200, profile);
  }),
  handle(contract.changeProfile, async ({ actor, body }) => {
    if (body.name !== undefined) await renameCustomer(actor.customer.id, body.name);
    const profile = await findProfile(actor.customer.id);
    return profile === null ? refuse('unauthenticated') : reply(200, profile);
  }),
);
