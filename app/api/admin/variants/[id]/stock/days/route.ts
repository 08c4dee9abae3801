import * as contract from '@/app/api/_contract/stock';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { findStockLine } from '@/lib/catalog/list-stock';
import { listStockDays } from '@/lib/inventory/stock-history';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listStockDays, async ({ params, query: { days } }) => {
    if ((await findStockLine(params.id)) === null) return refuse('variant-not-found');
    return reply(200, await listStockDays(params.id, days));
  }),
);
