import * as contract from '@/app/api/_contract/stock';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { findStockTake } from '@/lib/inventory/stock-takes';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getStockTake, async ({ params }) => {
    const take = await findStockTake(params.id);
    return take === null ? refuse('stock-take-not-found') : reply(200, take);
  }),
);
