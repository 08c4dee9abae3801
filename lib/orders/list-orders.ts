import { query } from '@/db/client';
import { fromUuid, type OrderId } from '@/lib/kernel/ids';
import type { Page } from '@/lib/kernel/page';
import type { ExportOrdersInput } from './input';
import { listOrdersStatement } from './internal/list-orders-statement';
import { type Fulfilment, type ListedOrder, type OrderRow, toOrder } from './model';

export type OrderFilter = Partial<ExportOrdersInput> & {
  /** The nextCursor of the page before. */
  readonly after?: OrderId | undefined;
};

/**
 * A page of orders, newest first, in one statement. Where what is asked for is rare, a page may hold fewer than `limit` and yet have a
 * next one: one call looks through a bounded part of the books.
 */
export async function listOrders(
  filter: OrderFilter & { readonly limit: number },
): Promise<Page<ListedOrder, OrderId>> {
  const { name, text, values } = listOrdersStatement(filter, filter.limit + 1);
  const [row] = await query<{ orders: string; walked_to: string | null }>(name, text, values);
  const found = JSON.parse(row?.orders ?? '[]') as (OrderRow & { fulfilment: Fulfilment | null })[];
  const items = found
    .slice(0, filter.limit)
    .map((order) => ({ ...toOrder(order), fulfilment: order.fulfilment }));
  if (found.length > filter.limit) return { items, nextCursor: items.at(-1)?.id ?? null };
  const walkedTo = row?.walked_to ?? null;
  return { items, nextCursor: walkedTo === null ? null : fromUuid('ord', walkedTo) };
}
