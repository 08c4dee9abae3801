import type { PaymentId, RefundId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';

/** What a provider says of an attempt, for good. */
export type ChargeResult =
  | { readonly result: 'succeeded'; readonly reference: string }
  | { readonly result: 'declined'; readonly reason: string };

/** The provider has the attempt and is still at work on it; its webhook, or asking again, will tell. */
export type Pending = { readonly result: 'pending' };

/** What a provider says of a refund. */
export type RefundResult =
  | { readonly result: 'succeeded'; readonly reference: string }
  | { readonly result: 'failed'; readonly reason: string };

/** The provider could not be heard in time: the money may or may not have moved. */
export class ProviderTimeout extends Error {
  override readonly name = 'ProviderTimeout';
}

/**
 * Whoever takes the money. The id of the attempt is the provider's idempotency key: asking twice charges once.
 * All calls throw {@link ProviderTimeout} when the answer does not come before `signal` aborts.
 */
export type PaymentProvider = {
  readonly name: string;
  /** Takes the money, or does not, or begins to. */
  charge(
    attempt: { readonly paymentId: PaymentId; readonly amount: Money; readonly method: string },
    signal: AbortSignal,
  ): Promise<ChargeResult | Pending>;
  /** What became of an attempt whose answer was lost. `unknown`: it never arrived, or has not yet. */
  find(
    attempt: { readonly paymentId: PaymentId },
    signal: AbortSignal,
  ): Promise<ChargeResult | Pending | { readonly result: 'unknown' }>;
  /**
   * Ends an attempt that has taken no money yet, one that never arrived included, so that it cannot succeed later: the
   * answer is final either way.
   */
  close(
    attempt: { readonly paymentId: PaymentId; readonly amount: Money },
    signal: AbortSignal,
  ): Promise<ChargeResult>;
  /**
   * Gives money of a payment back, or does not. The refund's id is the provider's idempotency key: asking again gives the
   * same answer and no more money. Throws {@link ProviderTimeout} as the others do.
   */
  refund(
    attempt: { readonly refundId: RefundId; readonly paymentId: PaymentId; readonly amount: Money },
    signal: AbortSignal,
  ): Promise<RefundResult>;
};
