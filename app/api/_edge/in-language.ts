import type { Cart } from '@/lib/cart/model';
import { sayLines } from '@/lib/catalog/say-lines';
import type { Quote } from '@/lib/orders/model';
import { sayShippingMethods } from '@/lib/shop/say-shipping-methods';

/** A cart as a shopper who reads this language sees it. */
export async function cartIn(language: string | undefined, cart: Cart): Promise<Cart> {
  return { ...cart, lines: await sayLines(cart.lines, language) };
}

/** A quote as a shopper who reads this language sees it. */
export async function quoteIn(language: string | undefined, quote: Quote): Promise<Quote> {
  const [lines, shippingMethods] = await Promise.all([
    sayLines(quote.lines, language),
    sayShippingMethods(quote.shippingMethods, language),
  ]);
  return { ...quote, lines, shippingMethods };
}
