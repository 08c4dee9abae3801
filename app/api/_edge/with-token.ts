import type { Order } from '@/lib/orders/model';
import { orderToken } from '@/lib/orders/order-token';

/** An order as its buyer sees it: with the token that opens it. */
export async function withToken(order: Order): Promise<Order & { token: string }> {
  return { ...order, token: await orderToken(order.id) };
}
