import { query } from '@/db/client';
import { type CustomerId, toUuid } from '@/lib/kernel/ids';
import { type AddressRow, fromRow } from './internal/address-row';
import type { SavedAddress } from './model';

/** A customer's addresses, the default one first, then the one that was saved last. There are few, so this is all of them. */
export async function listAddresses(id: CustomerId): Promise<SavedAddress[]> {
  const rows = await query<{ row: string }>(
    'list_customer_addresses',
    `select customer_address_document(a)::text as row from customer_addresses a
     where customer_id = $1::uuid order by is_default desc, id desc`,
    [toUuid(id)],
  );
  return rows.map(({ row }) => fromRow(JSON.parse(row) as AddressRow));
}
