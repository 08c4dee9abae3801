'use client';

import { useSyncExternalStore } from 'react';
import { EMPTY_CART, readStoredCart, type StoredCart, subscribeToStoredCart } from './stored-cart';

/** What this browser remembers of its cart; empty while the page is rendered on the server and while it wakes up. */
export function useStoredCart(): StoredCart {
  return useSyncExternalStore(subscribeToStoredCart, readStoredCart, () => EMPTY_CART);
}
