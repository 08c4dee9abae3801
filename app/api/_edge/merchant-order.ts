import type { OrderId } from '@/lib/kernel/ids';
import type { Order, OrderEvent } from '@/lib/orders/model';
import { findOrder, listOrderEvents } from '@/lib/orders/queries';

/** An order as merchants see it, with what happened to it; null when there is none. */
export async function findMerchantOrder(
  id: OrderId,
): Promise<(Order & { timeline: readonly OrderEvent[] }) | null> {
  const [order, timeline] = await Promise.all([findOrder(id), listOrderEvents(id)]);
  return order === null ? null : { ...order, timeline };
}

/** {@link findMerchantOrder} of an order that was moved just now. */
export async function getMerchantOrder(id: OrderId): Promise<Order & { timeline: readonly OrderEvent[] }> {
  const order = await findMerchantOrder(id);
  if (order === null) throw new Error('An order that was moved is not there any more.');
  return order;
}
