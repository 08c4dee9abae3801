import { StoreUnavailable } from '@/lib/kernel/faults';
import type { OrderId } from '@/lib/kernel/ids';
import { type Outcome, ok } from '@/lib/kernel/outcome';
import { takeFence } from '@/lib/platform/fence';
import { type Lock, withLock } from '@/lib/platform/lock';
import { describeError, logEveryMinute } from '@/lib/platform/log';

/** Longer than a provider may take to answer, short enough that a dead holder is not missed by a buyer. */
const TTL_MS = 10_000;

/**
 * Runs `work` as the only one that takes or settles the money of an order, or says `lock-busy`. The lock keeps two from
 * asking the provider at once; that only one of them writes is the fence's doing, in Postgres. So a shop whose Redis is
 * gone can still be paid: with the fence alone, the last to begin is the one that may write.
 */
export async function underPaymentLock<T>(
  orderId: OrderId,
  work: (lock: Lock) => Promise<T>,
): Promise<Outcome<T, 'lock-busy'>> {
  const name = `payment:${orderId}`;
  let hasBegun = false;
  const begin = (lock: Lock) => {
    hasBegun = true;
    return work(lock);
  };
  try {
    return await withLock(name, { ttlMs: TTL_MS, waitMs: 0 }, begin);
  } catch (error) {
    if (hasBegun || !(error instanceof StoreUnavailable) || error.store !== 'redis') throw error;
    logEveryMinute('warn', 'payment-without-redis', { error: describeError(error) });
    return ok(await begin({ fence: await takeFence(name), signal: new AbortController().signal }));
  }
}
