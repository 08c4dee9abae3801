import { findStoredOrder } from '@/app/components/orders/stored-orders';

/** Without a token: only whoever is signed in and whose order it is can see it. */
export type OrderAddress = { readonly id: string; readonly token: string | null };

/**
 * Which order this page is about: the id stands last in the path, the token behind the #. Without a token in the
 * address this browser may remember one; null: the path names no order.
 */
export function readOrderAddress(location: { pathname: string; hash: string }): OrderAddress | null {
  const id = /\/orders\/(ord_[0-9a-f]+)\/?$/.exec(location.pathname)?.[1];
  if (id === undefined) return null;
  const token = location.hash.slice(1) || findStoredOrder(id)?.token;
  return { id, token: token || null };
}
