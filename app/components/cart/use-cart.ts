'use client';

import { useCallback, useEffect, useState } from 'react';
import type { ApiProblem } from '@/app/components/api/call-api';
import type { Cart } from '@/lib/cart/model';
import { loadCart } from './cart-client';
import { useStoredCart } from './use-stored-cart';

export type CartState =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'loaded';
      readonly cart: Cart | null;
      /** As this browser last saw it: the shop has not answered yet, or cannot be reached. */
      readonly isOld: boolean;
    }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

/**
 * The cart as the shop last told it to this browser, asked for again when the page opens and when it comes back into
 * view. Every answer goes through the browser's memory, so that all tabs, pages and the drawer show the same.
 */
export function useCart(): { state: CartState; reload: () => void } {
  const { cart } = useStoredCart();
  const [answer, setAnswer] = useState<'none' | 'given' | ApiProblem>('none');
  const reload = useCallback(() => {
    void loadCart().then((given) => setAnswer(given.ok ? 'given' : given.problem));
  }, []);
  useEffect(() => {
    reload();
    const onReturn = () => {
      if (document.visibilityState === 'visible') reload();
    };
    document.addEventListener('visibilitychange', onReturn);
    addEventListener('online', reload);
    return () => {
      document.removeEventListener('visibilitychange', onReturn);
      removeEventListener('online', reload);
    };
  }, [reload]);
  // What this browser last saw is better than an error over it.
  if (cart !== null || answer === 'given')
    return { state: { kind: 'loaded', cart, isOld: answer !== 'given' }, reload };
  if (answer === 'none') return { state: { kind: 'loading' }, reload };
  return { state: { kind: 'failed', problem: answer }, reload };
}
