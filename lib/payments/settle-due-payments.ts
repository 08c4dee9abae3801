import { query } from '@/db/client';
import { fromUuid } from '@/lib/kernel/ids';
import { recordSettlement } from './internal/record-settlement';
import { testProvider } from './internal/test-provider';

const PROVIDER_TIMEOUT_MS = 2_500;
const BATCH = 50;
/** An attempt that its own request should have ended long ago: that request's process died. */
const ABANDONED_AFTER_SECONDS = 30;

/**
 * Asks the provider about attempts whose answer was lost or whose process died, and writes down what it says. May run
 * in several places at once: the provider answers all the same, and the first word written stays. Gives how many
 * attempts were asked about.
 */
export async function settleDuePayments(): Promise<number> {
  const rows = await query<{ id: string; amount: string; currency: string }>(
    'list_due_payments',
    `select id, amount_minor::text as amount, currency from payments
     where status in ('processing', 'in-doubt')
       and (status = 'in-doubt' or started_at < now() - make_interval(secs => $1::int))
     order by started_at
     limit $2::int`,
    [ABANDONED_AFTER_SECONDS, BATCH],
  );
  for (const row of rows) {
    const paymentId = fromUuid('pay', row.id);
    const amount = { amount: Number(row.amount), currency: row.currency };
    const result = await testProvider.settle({ paymentId, amount }, AbortSignal.timeout(PROVIDER_TIMEOUT_MS));
    await recordSettlement(paymentId, result);
  }
  return rows.length;
}
