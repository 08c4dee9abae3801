import type { OrderId } from '@/lib/kernel/ids';
import type { Order, OrderEvent, OrderWork } from '@/lib/orders/model';
import { findOrder, findOrderWork, listOrderEvents } from '@/lib/orders/queries';
import { findActorNames } from '@/lib/staff/find-actor-names';

export type MerchantOrder = Order &
  OrderWork & { readonly timeline: readonly (OrderEvent & { readonly actorName: string | null })[] };

/** An order as merchants see it, with what happened to it; null when there is none. Four statements, whatever happened. */
export async function findMerchantOrder(id: OrderId): Promise<MerchantOrder | null> {
  const [order, work, events] = await Promise.all([findOrder(id), findOrderWork(id), listOrderEvents(id)]);
  if (order === null || work === null) return null;
  const names = await findActorNames(events.map(({ actor }) => actor));
  const timeline = events.map((event) => ({ ...event, actorName: names.get(event.actor) ?? null }));
  return { ...order, ...work, timeline };
}

/** {@link findMerchantOrder} of an order that was moved just now. */
export async function getMerchantOrder(id: OrderId): Promise<MerchantOrder> {
  const order = await findMerchantOrder(id);
  if (order === null) throw new Error('An order that was moved is not there any more.');
  return order;
}
