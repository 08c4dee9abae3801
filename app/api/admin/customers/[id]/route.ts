import * as contract from '@/app/api/_contract/customers';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { findCustomer } from '@/lib/customers/directory';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getCustomer, async ({ params }) => {
    const customer = await findCustomer(params.id);
    return customer === null ? refuse('customer-not-found') : reply(200, customer);
  }),
);
