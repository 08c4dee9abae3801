import * as contract from '@/app/api/_contract/catalog';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { getStock } from '@/lib/inventory/get-stock';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getStock, async ({ params }) => {
    const level = await getStock(params.id);
    return level === null ? refuse('variant-not-found') : reply(200, level);
  }),
);
