import { query } from '@/db/client';
import { type CustomerId, toUuid } from '@/lib/kernel/ids';

/** Calls a customer by another name, or by none. */
export async function renameCustomer(id: CustomerId, name: string | null): Promise<void> {
  await query('rename_customer', 'update customers set name = $2 where id = $1::uuid', [toUuid(id), name]);
}
