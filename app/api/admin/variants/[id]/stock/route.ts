import * as contract from '@/app/api/_contract/merchant';
import * as stock from '@/app/api/_contract/stock';
import { refuse, replay, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { findStockLine } from '@/lib/catalog/list-stock';
import { adjustStock } from '@/lib/inventory/adjust-stock';
import { assertNever } from '@/lib/kernel/outcome';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(stock.getVariantStock, async ({ params }) => {
    const line = await findStockLine(params.id);
    return line === null ? refuse('variant-not-found') : reply(200, line);
  }),
  handle(contract.adjustStock, async ({ params, body, actor, requestId, idempotency }) => {
    const outcome = await adjustStock(params.id, body, {
      actor: actor.id,
      requestId,
      idempotency: idempotency ?? undefined,
    });
    if (outcome.ok) {
      const { level, replayed } = outcome.value;
      return replayed ? replay(200, JSON.stringify(level)) : reply(200, level);
    }
    switch (outcome.reason) {
      case 'variant-not-found':
      case 'stock-not-counted':
      case 'idempotency-key-reused':
        return refuse(outcome.reason);
      case 'insufficient-stock':
        return refuse(outcome.reason, { extensions: { available: outcome.available } });
      default:
        return assertNever(outcome);
    }
  }),
);
