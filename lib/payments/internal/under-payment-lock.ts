import { StoreUnavailable } from '@/lib/kernel/faults';
import type { OrderId } from '@/lib/kernel/ids';
import { type Outcome, ok } from '@/lib/kernel/outcome';
import type { Fence } from '@/lib/platform/fence';
import { withLock } from '@/lib/platform/lock';
import { describeError, logEveryMinute } from '@/lib/platform/log';

/** Longer than a provider may take to answer, short enough that a dead holder is not missed by a buyer. */
const TTL_MS = 10_000;

/** What taking or settling money is done under. Without a fence while Redis is gone. */
export type PaymentLock = { readonly fence: Fence | undefined; readonly signal: AbortSignal };

/**
 * Runs `work` as the only one that takes or settles the money of an order, or says `lock-busy`. A shop whose Redis is gone
 * can still be paid: then there is no lock and no token, and what remains is that start_payment opens one attempt, that
 * ask_payment lets one settler ask at a time, and that settle_payment decides under the order's row. Tokens without the
 * lock would be worse: whoever clicks a second time would outdate the first, and neither would have paid.
 */
export async function underPaymentLock<T>(
  orderId: OrderId,
  work: (lock: PaymentLock) => Promise<T>,
): Promise<Outcome<T, 'lock-busy'>> {
  let hasBegun = false;
  const begin = (lock: PaymentLock) => {
    hasBegun = true;
    return work(lock);
  };
  try {
    return await withLock(`payment:${orderId}`, { ttlMs: TTL_MS, waitMs: 0 }, begin);
  } catch (error) {
    if (hasBegun || !(error instanceof StoreUnavailable) || error.store !== 'redis') throw error;
    logEveryMinute('warn', 'payment-without-redis', { error: describeError(error) });
    return ok(await begin({ fence: undefined, signal: new AbortController().signal }));
  }
}
