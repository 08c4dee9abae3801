import { callFunction } from '@/db/client';
import { type PaymentId, toUuid } from '@/lib/kernel/ids';
import type { Fence } from '@/lib/platform/fence';
import type { ChargeResult } from '../provider';

export type Settlement = 'settled' | 'already-settled' | 'payment-not-found' | 'stale' | 'again';

const TRIES = 5;
const PAUSE_MS = 20;

/**
 * The one way in which an attempt moves, whoever learned of it. May be called twice and from several places. With a
 * fence it is refused (`stale`) once another had the lock. `again`: an expired order's units are being released under
 * our eyes; nothing was settled, and whoever comes back later will settle it.
 */
export async function recordSettlement(
  paymentId: PaymentId,
  result: ChargeResult | { readonly result: 'in-doubt' },
  fence: Fence | undefined,
): Promise<Settlement> {
  for (let tries = 1; ; tries += 1) {
    const { outcome } = await callFunction<{ outcome: Settlement }>('settle_payment', {
      paymentId: toUuid(paymentId),
      ...result,
      fence,
    });
    if (outcome !== 'again' || tries === TRIES) return outcome;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries));
  }
}
