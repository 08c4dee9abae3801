import { callFunction } from '@/db/client';
import { noticeReturned } from '@/lib/inventory/notice-availability';
import { toUuid } from '@/lib/kernel/ids';
import { type PaymentProvider, ProviderTimeout, type RefundResult } from '../provider';
import type { Refund, RefundStatus } from '../refund';

/** How long we wait for the provider before somebody else asks it again. */
const PROVIDER_TIMEOUT_MS = 2_500;

/**
 * Has the provider give the money of an opened refund back, and writes down what it says. May run twice and in two
 * places: the provider gives once, and the first final word written stays. Gives where the refund stands.
 */
export async function askForRefund(
  refund: Pick<Refund, 'id' | 'paymentId' | 'amount'>,
  provider: Pick<PaymentProvider, 'refund'>,
): Promise<RefundStatus> {
  const result = await ask(refund, provider);
  await callFunction<{ outcome: 'settled' | 'already-settled' | 'refund-not-found' }>('settle_refund', {
    refundId: toUuid(refund.id),
    ...result,
  });
  if (result.result === 'succeeded') noticeReturned();
  return result.result;
}

async function ask(
  { id, paymentId, amount }: Pick<Refund, 'id' | 'paymentId' | 'amount'>,
  provider: Pick<PaymentProvider, 'refund'>,
): Promise<RefundResult | { readonly result: 'in-doubt' }> {
  try {
    return await provider.refund(
      { refundId: id, paymentId, amount },
      AbortSignal.timeout(PROVIDER_TIMEOUT_MS),
    );
  } catch (error) {
    if (error instanceof ProviderTimeout) return { result: 'in-doubt' };
    throw error;
  }
}
