import type { Order } from '@/lib/orders/model';

const PAYING_MS = 1_500;
const IN_DOUBT_MS = 4_000;
const UNPAID_MS = 15_000;
const OVERDUE_MS = 2_000;
const AFTER_FAILURE_MS = 2_000;
const SLOWEST_MS = 30_000;

/**
 * How long until an order is worth another look: soon while a payment is under way, when its hold ends, seldom while
 * nothing happens, Infinity when it will not change by itself. After failures in a row the pauses double.
 */
export function nextLookMs(
  order: Pick<Order, 'status' | 'expiresAt' | 'payment'> | null,
  failures: number,
  nowMs = 0,
): number {
  if (order === null) return Math.min(AFTER_FAILURE_MS * 2 ** (failures - 1), SLOWEST_MS);
  if (order.status !== 'pending') return Number.POSITIVE_INFINITY;
  if (order.payment.status === 'processing') return PAYING_MS;
  if (order.payment.status === 'in-doubt') return IN_DOUBT_MS;
  const leftMs = Date.parse(order.expiresAt) - nowMs;
  return leftMs > 0 ? Math.min(leftMs + 500, UNPAID_MS) : OVERDUE_MS;
}
