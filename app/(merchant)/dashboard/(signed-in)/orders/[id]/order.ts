'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';

export type OrderDetail = Schema<'MerchantOrderWithTimeline'>;
export type OrderLine = OrderDetail['lines'][number];
export type LineUnits = OrderDetail['units'][number];

const keyOf = (id: string) => ['orders', 'one', id];

/** One order, as it stands now. */
export function useOrder(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => ask(api.GET('/api/admin/orders/{id}', { params: { path: { id } }, signal })),
  });
}

/** Shows what a move answered, and has everything else about orders asked anew. Throws what the API refuses. */
export function useOrderMove(id: string): (move: Promise<OrderDetail>) => Promise<OrderDetail> {
  const queries = useQueryClient();
  return useCallback(
    async (move) => {
      const order = await move;
      queries.setQueryData(keyOf(id), order);
      void queries.invalidateQueries({ queryKey: ['orders', 'list'] });
      void queries.invalidateQueries({ queryKey: ['mails'] });
      return order;
    },
    [id, queries],
  );
}

/** The key that a refund must name: the same for the same body, so that whoever asks twice does it once. */
export function useIntentKey(): (body: unknown) => string {
  const kept = useRef({ text: '', key: '' });
  return (body) => {
    const text = JSON.stringify(body);
    if (kept.current.text !== text) kept.current = { text, key: crypto.randomUUID() };
    return kept.current.key;
  };
}

/** What some more units of a line come to, to the minor unit as the shop refunds them: differences of rounded sums. */
export function worthOf({ paid, refunded }: LineUnits, ordered: number, units: number): number {
  const upTo = (many: number) => Math.round((paid.amount * many) / ordered);
  return upTo(refunded + units) - upTo(refunded);
}
