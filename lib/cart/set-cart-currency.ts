import { callFunction } from '@/db/client';
import { type CartId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { type Cart, type CartRow, toCart } from './model';

type SetCartCurrencyAnswer =
  | { outcome: 'changed'; cart: CartRow }
  | { outcome: 'cart-not-found' | 'currency-not-sold' };

/**
 * Has a cart priced in another currency, the shop's own unless told: somebody went on shopping in another market. What is not
 * sold in it stays in the cart, and says so. One statement.
 */
export async function setCartCurrency(
  id: CartId,
  currency: string | undefined,
): Promise<Outcome<Cart, 'cart-not-found' | 'currency-not-sold'>> {
  const answer = await callFunction<SetCartCurrencyAnswer>('set_cart_currency', {
    cartId: toUuid(id),
    currency,
  });
  return answer.outcome === 'changed' ? ok(toCart(answer.cart)) : no(answer.outcome);
}
