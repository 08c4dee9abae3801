import { getCart } from '@/app/api/_contract/carts';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { findCart } from '@/lib/cart/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(getCart, async ({ params }) => {
    const cart = await findCart(params.id);
    return cart === null ? refuse('cart-not-found') : reply(200, cart);
  }),
);
