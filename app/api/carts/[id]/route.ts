import * as contract from '@/app/api/_contract/carts';
import { refuse, reply } from '@/app/api/_edge/operation';
import { refuseCurrency } from '@/app/api/_edge/refuse-currency';
import { handle, serve } from '@/app/api/_edge/route';
import { findCart } from '@/lib/cart/queries';
import { setCartCurrency } from '@/lib/cart/set-cart-currency';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getCart, async ({ params }) => {
    const cart = await findCart(params.id);
    return cart === null ? refuse('cart-not-found') : reply(200, cart);
  }),
  handle(contract.changeCart, async ({ params, body }) => {
    const changed = await setCartCurrency(params.id, body.currency);
    if (changed.ok) return reply(200, changed.value);
    return changed.reason === 'currency-not-sold' ? refuseCurrency() : refuse(changed.reason);
  }),
);
