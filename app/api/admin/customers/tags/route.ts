import * as contract from '@/app/api/_contract/customers';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listCustomerTags } from '@/lib/customers/directory';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listCustomerTags, async () => reply(200, { items: await listCustomerTags() })),
);
