import { callFunction } from '@/db/client';
import { type PaymentId, toUuid } from '@/lib/kernel/ids';
import type { ChargeResult } from '../provider';

/**
 * The one way in which an attempt ends, whoever learns of it: the browser's call or the settlement. May be called twice
 * and from two places; the first final word stays.
 */
export async function recordSettlement(
  paymentId: PaymentId,
  result: ChargeResult | { readonly result: 'in-doubt' },
): Promise<void> {
  await callFunction<{ outcome: 'settled' | 'already-settled' | 'payment-not-found' }>('settle_payment', {
    paymentId: toUuid(paymentId),
    ...result,
  });
}
