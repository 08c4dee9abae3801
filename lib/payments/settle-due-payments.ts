import { callFunction, query } from '@/db/client';
import { fromUuid, type PaymentId, toUuid } from '@/lib/kernel/ids';
import { withProviderPatience } from './internal/provider-patience';
import { recordSettlement } from './internal/record-settlement';
import { testProvider } from './internal/test-provider';
import { type PaymentLock, underPaymentLock } from './internal/under-payment-lock';
import { type ChargeResult, type PaymentProvider, ProviderTimeout } from './provider';

const BATCH = 50;
/** An attempt that is open for this long is closed at the provider: no buyer waits longer for a card. */
const CLOSE_AFTER_SECONDS = 600;

type AskAnswer =
  | { outcome: 'due'; amount: number; currency: string; isOver: boolean }
  | { outcome: 'not-due' | 'stale' };

/**
 * Asks the provider about attempts whose answer was lost or whose process died, and writes down what it says: after
 * growing pauses (1 to 60 s), until it is final. What never arrived there is closed at once, what it has been at for ten
 * minutes as well. May run in several places at once; each attempt is asked about under its order's lock. Gives how many
 * attempts were due.
 */
export async function settleDuePayments(provider: PaymentProvider = testProvider): Promise<number> {
  const rows = await query<{ id: string; order: string }>(
    'list_due_payments',
    `select id, order_id as order from payments
     where status in ('processing', 'in-doubt') and ask_at <= now()
     order by ask_at
     limit $1::int`,
    [BATCH],
  );
  const settled = await Promise.allSettled(
    rows.map((row) =>
      underPaymentLock(fromUuid('ord', row.order), (lock) =>
        settlePayment(fromUuid('pay', row.id), provider, lock),
      ),
    ),
  );
  // One that fails must not keep the others waiting; its own pause was written before it was tried.
  const failed = settled.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return rows.length;
}

async function settlePayment(
  paymentId: PaymentId,
  provider: PaymentProvider,
  lock: PaymentLock,
): Promise<void> {
  const { fence, signal } = lock;
  const asked = await callFunction<AskAnswer>('ask_payment', {
    paymentId: toUuid(paymentId),
    closeAfterSeconds: CLOSE_AFTER_SECONDS,
    fence,
  });
  if (asked.outcome !== 'due') return;
  const attempt = { paymentId, amount: { amount: asked.amount, currency: asked.currency } };
  let answer: ChargeResult | null;
  try {
    answer = await withProviderPatience(signal, (patience) =>
      findOrClose(attempt, asked.isOver, provider, patience),
    );
  } catch (error) {
    if (error instanceof ProviderTimeout) return;
    throw error;
  }
  if (answer !== null) await recordSettlement(paymentId, answer, fence);
}

/** What the provider says for good, or null while it is still at work. */
async function findOrClose(
  attempt: { paymentId: PaymentId; amount: { amount: number; currency: string } },
  isOver: boolean,
  provider: PaymentProvider,
  signal: AbortSignal,
): Promise<ChargeResult | null> {
  const found = await provider.find(attempt, signal);
  switch (found.result) {
    case 'succeeded':
    case 'declined':
      return found;
    case 'pending':
      return isOver ? provider.close(attempt, signal) : null;
    case 'unknown':
      return provider.close(attempt, signal);
  }
}
