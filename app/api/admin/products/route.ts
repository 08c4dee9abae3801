import * as contract from '@/app/api/_contract/merchant';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { createProduct } from '@/lib/catalog/create-product';
import { listProductsForMerchant } from '@/lib/catalog/merchant-products';
import { parseId } from '@/lib/kernel/ids';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listMerchantProducts, async ({ query: { cursor, ...filter } }) => {
    const after = cursor === undefined ? undefined : parseId('prod', cursor);
    if (after === null) {
      const message = 'Must be the nextCursor of the page before.';
      return refuse('validation-failed', { errors: [{ path: 'cursor', message }] });
    }
    return reply(200, await listProductsForMerchant({ ...filter, after }));
  }),
  handle(contract.createProduct, async ({ body, actor, requestId, idempotency }) => {
    const created = await createProduct(body, { actor: actor.id, requestId, idempotency });
    if (created.ok) return reply(201, created.value);
    return created.reason === 'slug-taken'
      ? refuse('slug-taken')
      : refuse('validation-failed', { errors: created.errors });
  }),
);
