import * as contract from '@/app/api/_contract/carts';
import { cartIn } from '@/app/api/_edge/in-language';
import { refuse, reply } from '@/app/api/_edge/operation';
import { refuseCurrency } from '@/app/api/_edge/refuse-currency';
import { handle, serve } from '@/app/api/_edge/route';
import { findCart } from '@/lib/cart/queries';
import { setCartCurrency } from '@/lib/cart/set-cart-currency';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getCart, async ({ params, query }) => {
    const cart = await findCart(params.id);
    return cart === null ? refuse('cart-not-found') : reply(200, await cartIn(query.language, cart));
  }),
  handle(contract.changeCart, async ({ params, query, body }) => {
    const changed = await setCartCurrency(params.id, body.currency);
    if (changed.ok) return reply(200, await cartIn(query.language, changed.value));
    return changed.reason === 'currency-not-sold' ? refuseCurrency() : refuse(changed.reason);
  }),
);
