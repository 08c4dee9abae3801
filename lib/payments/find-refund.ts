import { query } from '@/db/client';
import { type RefundId, toUuid } from '@/lib/kernel/ids';
import { type Refund, type RefundRow, toRefund } from './refund';

/** A refund as it stands now, or null. */
export async function findRefund(id: RefundId): Promise<Refund | null> {
  const [row] = await query<{ refund: string | null }>(
    'find_refund',
    'select refund_document($1::uuid)::text as refund',
    [toUuid(id)],
  );
  return row?.refund ? toRefund(JSON.parse(row.refund) as RefundRow) : null;
}
