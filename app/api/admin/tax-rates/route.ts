import * as contract from '@/app/api/_contract/settings';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { createTaxRate } from '@/lib/shop/save-tax-rate';
import { listTaxRates } from '@/lib/shop/tax-rates';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listTaxRates, async ({ query: { cursor, ...filter } }) => {
    const after = readIdCursor('tax', cursor);
    return isWrongCursor(after) ? after : reply(200, await listTaxRates({ ...filter, after }));
  }),
  handle(contract.createTaxRate, async ({ body, actor, requestId, idempotency }) => {
    const created = await createTaxRate(body, { actor: actor.id, requestId, idempotency });
    return created.ok ? reply(201, created.value) : refuse(created.reason);
  }),
);
