'use client';

import { useEffect, useState } from 'react';
import { callApi } from '@/app/components/api/call-api';
import type { StoreProduct, StoreVariant } from '@/lib/catalog/model';

/** Units free to buy, null when they are not counted, undefined while not known. */
export type Stock = number | null | undefined;

const EVERY_MS = 15_000;
/** Page and stock are told by different workers, each at most two seconds behind. */
const IN_DOUBT_MS = 2_500;

/**
 * A variant's stock, read when it is chosen, when the page comes back into view, and now and then while it is looked at; once more
 * soon where page and stock disagree whether there is any.
 */
export function useStock(
  variant: Pick<StoreVariant, 'id' | 'available'> | undefined,
  version: number,
): Stock {
  const variantId = variant?.id;
  const isOnPage = variant?.available;
  const [known, setKnown] = useState<{ variantId: string; available: number | null }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version asks anew after something was bought or refused.
  useEffect(() => {
    if (variantId === undefined) return;
    const leaving = new AbortController();
    let inDoubt: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        const answer = await callApi<{ variantId: string; available: number | null }>(
          `/api/variants/${encodeURIComponent(variantId)}/stock`,
          { signal: leaving.signal },
        );
        if (!answer.ok) return;
        setKnown(answer.value);
        if ((answer.value.available === 0) === isOnPage) inDoubt ??= setTimeout(read, IN_DOUBT_MS);
      } catch {
        // The page moved on.
      }
    };
    void read();
    const timer = setInterval(read, EVERY_MS);
    document.addEventListener('visibilitychange', read);
    return () => {
      leaving.abort();
      clearInterval(timer);
      clearTimeout(inDoubt);
      document.removeEventListener('visibilitychange', read);
    };
  }, [variantId, isOnPage, version]);
  return known?.variantId === variantId ? known?.available : undefined;
}

/** Which variants can be bought now, by id: the page itself may be a minute old. Undefined while not known. */
export function useAvailability(
  slug: string,
  currency: string | null,
): ReadonlyMap<string, boolean> | undefined {
  const [known, setKnown] = useState<ReadonlyMap<string, boolean>>();
  useEffect(() => {
    const leaving = new AbortController();
    const inCurrency = currency === null ? '' : (`?currency=${currency}` as const);
    const read = async () => {
      const answer = await callApi<StoreProduct>(`/api/products/${encodeURIComponent(slug)}${inCurrency}`, {
        signal: leaving.signal,
      });
      if (answer.ok) setKnown(new Map(answer.value.variants.map(({ id, available }) => [id, available])));
    };
    read().catch(() => {
      // The page moved on.
    });
    return () => leaving.abort();
  }, [slug, currency]);
  return known;
}
