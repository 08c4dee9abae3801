import * as contract from '@/app/api/_contract/carts';
import { cartIn } from '@/app/api/_edge/in-language';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { setCartLine } from '@/lib/cart/set-cart-line';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.setCartLine, async ({ params, query, body }) => {
    const changed = await setCartLine(params.id, params.variantId, body.quantity);
    if (changed.ok) return reply(200, await cartIn(query.language, changed.value));
    return changed.reason === 'insufficient-stock'
      ? refuse('insufficient-stock', { extensions: { available: changed.available } })
      : refuse(changed.reason);
  }),
);
