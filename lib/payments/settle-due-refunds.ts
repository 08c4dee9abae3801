import { query } from '@/db/client';
import { fromUuid } from '@/lib/kernel/ids';
import { askForRefund } from './internal/ask-for-refund';
import { testProvider } from './internal/test-provider';
import type { PaymentProvider } from './provider';

const BATCH = 20;
/** A refund that its own request should have ended long ago: that request's process died. */
const ABANDONED_AFTER_SECONDS = 30;

/**
 * Asks the provider for refunds whose answer was lost, whose process died, or that the shop itself opened. May run in
 * several places at once: the refund's id makes the provider give once, and the first word written stays. Gives how many
 * were asked about. All at once and in any order, so that a provider who never answers for some keeps the others waiting for
 * one time-out at most.
 */
export async function settleDueRefunds(
  provider: Pick<PaymentProvider, 'refund'> = testProvider,
): Promise<number> {
  const rows = await query<{ id: string; payment: string; amount: string; currency: string }>(
    'list_due_refunds',
    `select id, payment_id as payment, amount_minor::text as amount, currency from refunds
     where status in ('processing', 'in-doubt')
       and (status = 'in-doubt' or idempotency_id is null and actor = 'system'
         or started_at < now() - make_interval(secs => $1::int))
     order by random()
     limit $2::int`,
    [ABANDONED_AFTER_SECONDS, BATCH],
  );
  const asked = await Promise.allSettled(
    rows.map((row) => {
      const amount = { amount: Number(row.amount), currency: row.currency };
      const refund = { id: fromUuid('ref', row.id), paymentId: fromUuid('pay', row.payment), amount };
      return askForRefund(refund, provider);
    }),
  );
  const failed = asked.find((answer) => answer.status === 'rejected');
  if (failed) throw failed.reason;
  return rows.length;
}
