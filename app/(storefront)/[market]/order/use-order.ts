'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi } from '@/app/components/api/call-api';
import { type OwnOrder, rememberOrder } from '@/app/components/orders/stored-orders';
import { nextLookMs } from './next-look';
import { type OrderAddress, readOrderAddress } from './order-address';

export type OrderState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'not-found' }
  | {
      readonly kind: 'known';
      readonly order: OwnOrder;
      /** Whether the last look failed: the order is shown as it was known before. */
      readonly isCutOff: boolean;
      /** How far this device's clock is behind the shop's, in milliseconds. */
      readonly clockLagMs: number;
    };

/**
 * The order of this page's address, looked at again as long as it may change by itself: quickly while a payment is
 * under way, at the end of its hold, slowly otherwise, at once when the page comes back into view.
 */
export function useOrder(): {
  state: OrderState;
  address: OrderAddress | null;
  /** Takes a newer order that another call answered. */
  accept: (order: OwnOrder) => void;
  look: () => void;
} {
  const [address, setAddress] = useState<OrderAddress | null>(null);
  const [state, setState] = useState<OrderState>({ kind: 'loading' });
  const [looks, setLooks] = useState(0);
  const failures = useRef(0);
  const pathname = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another order on the same page.
  useEffect(() => {
    const read = () => {
      const found = readOrderAddress(window.location);
      setAddress(found);
      if (found === null) setState({ kind: 'not-found' });
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [pathname]);

  const look = useCallback(() => setLooks((count) => count + 1), []);

  const accept = useCallback((order: OwnOrder) => {
    rememberOrder(order);
    setState((last) => ({
      kind: 'known',
      order,
      isCutOff: false,
      clockLagMs: last.kind === 'known' ? last.clockLagMs : 0,
    }));
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks counts the wishes to look again.
  useEffect(() => {
    if (address === null) return;
    const leaving = new AbortController();
    const read = async () => {
      const { id, token } = address;
      const answer = await callApi<OwnOrder>(
        token === null ? `/api/account/orders/${id}` : `/api/orders/${id}`,
        {
          ...(token === null ? {} : { headers: { 'x-order-token': token } }),
          signal: leaving.signal,
        },
      );
      if (answer.ok) {
        failures.current = 0;
        rememberOrder(answer.value);
        const clockLagMs = answer.serverTimeMs === null ? 0 : answer.serverTimeMs - Date.now();
        setState({ kind: 'known', order: answer.value, isCutOff: false, clockLagMs });
      } else if (answer.problem.status === 404 || answer.problem.status === 401) {
        setState({ kind: 'not-found' });
      } else {
        failures.current += 1;
        setState((last) => (last.kind === 'known' ? { ...last, isCutOff: true } : { kind: 'loading' }));
        retry = setTimeout(look, nextLookMs(null, failures.current));
      }
    };
    let retry: ReturnType<typeof setTimeout> | undefined;
    read().catch(() => {
      // A newer look took its place.
    });
    return () => {
      clearTimeout(retry);
      leaving.abort();
    };
  }, [address, looks, look]);

  useEffect(() => {
    if (state.kind !== 'known' || state.isCutOff) return;
    const waitMs = nextLookMs(state.order, 0, Date.now() + state.clockLagMs);
    const timer = Number.isFinite(waitMs) ? setTimeout(look, waitMs) : undefined;
    return () => clearTimeout(timer);
  }, [state, look]);

  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible') look();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => document.removeEventListener('visibilitychange', onReturn);
  }, [look]);

  return { state, address, accept, look };
}
