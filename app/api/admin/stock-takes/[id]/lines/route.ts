import * as contract from '@/app/api/_contract/stock';
import { wrongCursor } from '@/app/api/_edge/id-cursor';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { findStockTake, listStockTakeLines } from '@/lib/inventory/stock-takes';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listStockTakeLines, async ({ params, query: { cursor = '0', outcome, limit } }) => {
    if (!/^\d{1,9}$/.test(cursor)) return wrongCursor();
    if ((await findStockTake(params.id)) === null) return refuse('stock-take-not-found');
    return reply(200, await listStockTakeLines(params.id, { outcome, after: Number(cursor), limit }));
  }),
);
