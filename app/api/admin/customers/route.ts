import * as contract from '@/app/api/_contract/customers';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listCustomers } from '@/lib/customers/directory';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listCustomers, async ({ query: { cursor, ...filter } }) => {
    const after = readIdCursor('cust', cursor);
    return isWrongCursor(after) ? after : reply(200, await listCustomers({ ...filter, after }));
  }),
);
