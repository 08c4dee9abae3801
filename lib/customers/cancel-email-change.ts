import { query } from '@/db/client';
import { type CustomerId, toUuid } from '@/lib/kernel/ids';

/** Forgets the address that a customer wanted to have: its link opens nothing any more. */
export async function cancelEmailChange(id: CustomerId): Promise<void> {
  await query(
    'cancel_customer_email_change',
    `update customer_password_links set used_at = now()
     where customer_id = $1::uuid and purpose = 'change-email' and used_at is null`,
    [toUuid(id)],
  );
}
