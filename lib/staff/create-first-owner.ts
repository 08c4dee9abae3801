import { query } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { hashPassword } from '@/lib/platform/password';

/**
 * Makes the shop's first owner unless somebody works there already. Gives whether it did. Node only: it hashes the
 * password.
 */
export async function createFirstOwner(owner: {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}): Promise<boolean> {
  const [staff] = await query('find_any_staff', 'select 1 as one from staff limit 1', []);
  if (staff !== undefined) return false;
  const id = newId('staff');
  const rows = await query(
    'create_first_owner',
    // The look again, in the statement that writes: two that start at once make one owner.
    `with made as (
       insert into staff (id, email, name, role, password_hash)
       select $1::uuid, $2, $3, 'owner', $4 where not exists (select from staff)
       on conflict do nothing returning id
     ), audited as (
       insert into audit_log (id, actor, action, subject, after)
       select $5::uuid, 'system', 'staff.created', $6, jsonb_build_object('role', 'owner') from made
     )
     select id::text from made`,
    [toUuid(id), owner.email, owner.name, await hashPassword(owner.password), toUuid(newId('aud')), id],
  );
  return rows.length > 0;
}
