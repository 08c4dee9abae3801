import { query } from '@/db/client';
import { fromUuid, type StaffId } from '@/lib/kernel/ids';

export type Owner = { readonly id: StaffId; readonly email: string; readonly name: string };

/** Whom the shop belongs to, and who hears when something needs a look. */
export async function listOwners(): Promise<Owner[]> {
  const rows = await query<{ id: string; email: string; name: string }>(
    'list_owners',
    `select id::text, email, name from staff where role = 'owner' and disabled_at is null order by id`,
    [],
  );
  return rows.map((row) => ({ ...row, id: fromUuid('staff', row.id) }));
}
