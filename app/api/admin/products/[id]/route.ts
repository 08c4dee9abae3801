import * as contract from '@/app/api/_contract/merchant';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { deleteProduct } from '@/lib/catalog/delete-product';
import { findProductForMerchant } from '@/lib/catalog/merchant-products';
import { updateProduct } from '@/lib/catalog/update-product';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getMerchantProduct, async ({ params }) => {
    const product = await findProductForMerchant(params.id);
    return product === null ? refuse('product-not-found') : reply(200, product);
  }),
  handle(contract.changeProduct, async ({ params, body, actor, requestId }) => {
    const changed = await updateProduct(params.id, body, { actor: actor.id, requestId });
    if (changed.ok) return reply(200, changed.value);
    return changed.reason === 'validation-failed'
      ? refuse('validation-failed', { errors: changed.errors })
      : refuse(changed.reason);
  }),
  handle(contract.deleteProduct, async ({ params, actor, requestId }) => {
    const deleted = await deleteProduct(params.id, { actor: actor.id, requestId });
    return deleted.ok ? reply(204, undefined) : refuse(deleted.reason);
  }),
);
