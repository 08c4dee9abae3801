import { query } from '@/db/client';
import { toUuid } from '@/lib/kernel/ids';
import type { PaymentProvider, RefundResult } from '../provider';

/**
 * Writes a refund into the test provider's books unless it is there already, and gives what the books say. As a real
 * provider does, it refuses to give back more than it took: it keeps its own account, whatever the shop believes.
 */
export const bookRefund: PaymentProvider['refund'] = async ({
  refundId,
  paymentId,
  amount,
}): Promise<RefundResult> => {
  const [row] = await query<{ succeeded: boolean }>(
    'test_provider_book_refund',
    `with charge as materialized (
       select amount_minor from test_provider_charges
       where payment_id = $2::uuid and outcome = 'succeeded' for update
     ),
     booked as (
       insert into test_provider_refunds (refund_id, payment_id, amount_minor, succeeded)
       select $1::uuid, $2::uuid, $3::bigint, coalesce((select amount_minor from charge) >= $3::bigint + (
         select coalesce(sum(amount_minor), 0) from test_provider_refunds
         where payment_id = $2::uuid and succeeded), false)
       on conflict (refund_id) do update set succeeded = test_provider_refunds.succeeded
       returning succeeded
     )
     select succeeded from booked`,
    [toUuid(refundId), toUuid(paymentId), amount.amount],
  );
  return row?.succeeded
    ? { result: 'succeeded', reference: `test_${refundId}` }
    : { result: 'failed', reason: 'charge-exceeded' };
};
