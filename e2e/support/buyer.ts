import { type Answer, type CallOptions, call, read } from './client';
import { freshEmail, freshKey } from './fresh';
import { type Cart, cartShape, type Order, orderShape } from './shapes';

export type OrderLine = { variantId: string; quantity: number };

/** Who buys and where it goes; a fresh mail address each time. */
export function buyer() {
  return {
    email: freshEmail(),
    shippingAddress: {
      name: 'Ada Buyer',
      line1: '1 Market Street',
      city: 'Portland',
      region: 'OR',
      postalCode: '97201',
      country: 'US',
    },
  };
}

/** A checkout's answer, whatever it is, under a fresh key unless one is given. */
export function checkout(body: Record<string, unknown>, options: CallOptions = {}): Promise<Answer> {
  return call('POST', '/api/checkout', { key: freshKey(), json: { ...buyer(), ...body }, ...options });
}

/** Orders `quantity` of one variant: a pending order. */
export async function placeOrder(variantId: string, quantity = 1): Promise<Order> {
  return read(await checkout({ lines: [{ variantId, quantity }] }), 201, orderShape);
}

/** A payment's answer, whatever it is. */
export function pay(
  order: Pick<Order, 'id' | 'token'>,
  method: string,
  options: CallOptions = {},
): Promise<Answer> {
  return call('POST', `/api/orders/${order.id}/payment`, {
    json: { token: order.token, method },
    ...options,
  });
}

/** The order as its buyer sees it. */
export async function seeOrder(
  order: Pick<Order, 'id' | 'token'>,
  options: CallOptions = {},
): Promise<Order> {
  const headers = { 'x-order-token': order.token };
  return read(await call('GET', `/api/orders/${order.id}`, { headers, ...options }), 200, orderShape);
}

/** A cart with the given lines. */
export async function fillCart(lines: readonly OrderLine[]): Promise<Cart> {
  let cart = read(await call('POST', '/api/carts'), 201, cartShape);
  for (const line of lines)
    cart = read(await putLine(cart.id, line.variantId, line.quantity), 200, cartShape);
  return cart;
}

/** The answer to asking for `quantity` of a variant in a cart. */
export function putLine(cartId: string, variantId: string, quantity: unknown, options: CallOptions = {}) {
  return call('PUT', `/api/carts/${cartId}/lines/${variantId}`, { json: { quantity }, ...options });
}
