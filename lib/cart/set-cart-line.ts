import { callFunction } from '@/db/client';
import { type CartId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import { type Cart, type CartRow, toCart } from './model';

export type SetCartLineRefusal =
  | { reason: 'cart-not-found' | 'variant-not-found' }
  | { reason: 'insufficient-stock'; available: number };

type SetCartLineAnswer =
  | { outcome: 'changed'; cart: CartRow }
  | { outcome: 'cart-not-found' | 'variant-not-found' }
  | { outcome: 'insufficient-stock'; available: number };

/**
 * Sets how many of a variant a cart has, however many there were; 0 takes the line out. The last write wins. Nothing
 * is held: more than is free now is refused only to spare the shopper a surprise at checkout. One statement.
 */
export async function setCartLine(
  cartId: CartId,
  variantId: VariantId,
  quantity: number,
): Promise<Outcome<Cart, SetCartLineRefusal>> {
  const answer = await callFunction<SetCartLineAnswer>('set_cart_line', {
    cartId: toUuid(cartId),
    variantId: toUuid(variantId),
    quantity,
  });
  switch (answer.outcome) {
    case 'changed':
      return ok(toCart(answer.cart));
    case 'insufficient-stock':
      return no('insufficient-stock', { available: answer.available });
    case 'cart-not-found':
    case 'variant-not-found':
      return no(answer.outcome);
    default:
      return assertNever(answer);
  }
}
