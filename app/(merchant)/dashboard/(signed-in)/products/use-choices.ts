'use client';

import { useQuery } from '@tanstack/react-query';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';

const MOST = 100;

/** Whose products there are, by name. */
export function useVendors(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['products', 'vendors'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/vendors', { signal })),
  });
  return data?.items ?? [];
}

/** The newest collections, to choose from. */
export function useCollections(): readonly Schema<'Collection'>[] {
  const { data } = useQuery({
    queryKey: ['collections', 'choices'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/admin/collections', { params: { query: { limit: MOST } }, signal })),
  });
  return data?.items ?? [];
}

/** The currencies that the shop sells in, its own first; empty until they are known. */
export function useCurrencies(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/settings', { signal })),
  });
  return data === undefined ? [] : [...new Set([data.currency, ...data.currencies])];
}
