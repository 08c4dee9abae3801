import { hmacSha256, isEqualInConstantTime } from '@/lib/kernel/hmac';
import type { OrderId } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';

/**
 * The token that lets its holder read and pay one order: HMAC-SHA-256 of the order's id, base64url. Derived, never
 * stored, so any instance can make it again when a checkout is repeated. The secret is bound to its purpose, so a token
 * of another kind never opens an order.
 */
export function orderToken(id: OrderId): Promise<string> {
  return hmacSha256(`order-token:${env().APP_SECRET}`, id);
}

/** Whether `token` is this order's. */
export async function isOrderToken(id: OrderId, token: string): Promise<boolean> {
  return isEqualInConstantTime(await orderToken(id), token);
}
