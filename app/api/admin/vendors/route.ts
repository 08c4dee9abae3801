import * as contract from '@/app/api/_contract/merchant';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listVendors } from '@/lib/catalog/list-vendors';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listVendors, async () => reply(200, { items: await listVendors() })),
);
