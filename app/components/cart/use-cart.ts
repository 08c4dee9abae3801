'use client';

import { useCallback, useEffect, useState } from 'react';
import type { ApiProblem, ApiResult } from '@/app/components/api/call-api';
import type { Cart } from '@/lib/cart/model';
import { loadCart } from './cart-client';

export type CartState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly cart: Cart | null }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

/** The cart as the shop has it, read when the page opens and when it comes back into view. `accept` takes an answer to a change. */
export function useCart(): {
  state: CartState;
  reload: () => void;
  accept: (answer: ApiResult<Cart>) => void;
} {
  const [state, setState] = useState<CartState>({ kind: 'loading' });
  const reload = useCallback(() => {
    void loadCart().then((answer) => {
      if (answer.ok) setState({ kind: 'loaded', cart: answer.value });
      // What is on the screen is better than an error over it.
      else
        setState((shown) => (shown.kind === 'loaded' ? shown : { kind: 'failed', problem: answer.problem }));
    });
  }, []);
  useEffect(() => {
    reload();
    const onReturn = () => {
      if (document.visibilityState === 'visible') reload();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => document.removeEventListener('visibilitychange', onReturn);
  }, [reload]);
  const accept = useCallback((answer: ApiResult<Cart>) => {
    if (answer.ok) setState({ kind: 'loaded', cart: answer.value });
  }, []);
  return { state, reload, accept };
}
