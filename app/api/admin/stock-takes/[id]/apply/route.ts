import * as contract from '@/app/api/_contract/stock';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { applyStockTake } from '@/lib/inventory/apply-stock-take';
import { findStockTake } from '@/lib/inventory/stock-takes';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.applyStockTake, async ({ params, body, actor, requestId }) => {
    const applied = await applyStockTake(params.id, body.reason, { actor: actor.id, requestId });
    if (!applied.ok) return refuse(applied.reason);
    const take = await findStockTake(params.id);
    return take === null ? refuse('stock-take-not-found') : reply(202, take);
  }),
);
