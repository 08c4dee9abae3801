import * as contract from '@/app/api/_contract/stock';
import { wrongCursor } from '@/app/api/_edge/id-cursor';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { findStockLine } from '@/lib/catalog/list-stock';
import { listMovements } from '@/lib/inventory/stock-history';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listMovements, async ({ params, query: { cursor, limit } }) => {
    if (cursor !== undefined && !/^[1-9]\d{0,14}$/.test(cursor)) return wrongCursor();
    if ((await findStockLine(params.id)) === null) return refuse('variant-not-found');
    const before = cursor === undefined ? undefined : Number(cursor);
    return reply(200, await listMovements(params.id, { before, limit }));
  }),
);
