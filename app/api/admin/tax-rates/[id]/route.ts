import * as contract from '@/app/api/_contract/settings';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { removeTaxRate } from '@/lib/shop/remove-tax-rate';
import { changeTaxRate } from '@/lib/shop/save-tax-rate';
import { findTaxRate } from '@/lib/shop/tax-rates';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getTaxRate, async ({ params }) => {
    const found = await findTaxRate(params.id);
    return found === null ? refuse('tax-rate-not-found') : reply(200, found);
  }),
  handle(contract.changeTaxRate, async ({ params, body, actor, requestId }) => {
    const changed = await changeTaxRate(params.id, body, { actor: actor.id, requestId });
    return changed.ok ? reply(200, changed.value) : refuse(changed.reason);
  }),
  handle(contract.removeTaxRate, async ({ params, actor, requestId }) => {
    const removed = await removeTaxRate(params.id, { actor: actor.id, requestId });
    return removed.ok ? reply(204, undefined) : refuse(removed.reason);
  }),
);
