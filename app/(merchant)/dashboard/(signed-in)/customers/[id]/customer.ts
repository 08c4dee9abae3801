'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';

export type CustomerFile = Schema<'CustomerWithOrders'>;

const keyOf = (id: string) => ['customers', 'one', id];

/** A customer with their latest orders. */
export function useCustomer(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => ask(api.GET('/api/admin/customers/{id}', { params: { path: { id } }, signal })),
  });
}

/** Asks for what is shown of customers anew, after a change. */
export function useCustomerRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['customers'] });
}

/** Shows tags at once, and says what they were, for the way back. */
export function useShownTags(id: string): (tags: readonly string[]) => void {
  const queries = useQueryClient();
  return (tags) =>
    queries.setQueryData<CustomerFile>(keyOf(id), (before) => before && { ...before, tags: [...tags] });
}
