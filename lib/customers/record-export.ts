import { query } from '@/db/client';
import { type CustomerId, newId, toUuid } from '@/lib/kernel/ids';

/** Writes into the audit log that a customer was given all that the shop has of them. */
export async function recordExport(id: CustomerId, requestId: string): Promise<void> {
  await query(
    'record_customer_export',
    `select record_audit($1::jsonb, 'customer.exported', $2, null, '{}'::jsonb)`,
    [JSON.stringify({ auditId: toUuid(newId('aud')), actor: id, requestId }), id],
  );
}
