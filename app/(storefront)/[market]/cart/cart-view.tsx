'use client';

import { CartLines } from '@/app/components/cart/cart-lines';
import { CartTotal } from '@/app/components/cart/cart-total';
import { useCartChanges } from '@/app/components/cart/use-cart-changes';
import { OpenOrder } from '@/app/components/orders/open-order';

/** The cart on a page of its own: the lines, to change, and the way to checkout. */
export function CartView() {
  const cart = useCartChanges();
  const isEmpty = cart.state.kind === 'loaded' && (cart.state.cart?.lines.length ?? 0) === 0;
  return (
    <div className="grid gap-10 md:grid-cols-12 md:gap-x-16">
      <div className="md:col-span-8">
        {isEmpty ? <OpenOrder /> : null}
        <CartLines cart={cart} />
      </div>
      <div className="md:sticky md:top-8 md:col-span-4 md:self-start">
        <CartTotal cart={cart} />
      </div>
    </div>
  );
}
