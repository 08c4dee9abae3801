import * as contract from '@/app/api/_contract/customers';
import { findCustomerFile } from '@/app/api/_edge/customer-file';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getCustomer, async ({ params }) => {
    const customer = await findCustomerFile(params.id);
    return customer === null ? refuse('customer-not-found') : reply(200, customer);
  }),
);
