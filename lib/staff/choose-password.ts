import { query } from '@/db/client';
import { fromUuid, newId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { hashPassword } from '@/lib/platform/password';
import { readPasswordLinkToken } from '@/lib/platform/password-link';
import { endStaffSessions } from './end-sessions';

/**
 * Sets the password of whoever holds a link that was sent to them, and signs them out everywhere. A link does it once, and
 * the others that were sent do it no more. Node only.
 */
export async function chooseStaffPassword(
  { token, newPassword }: { readonly token: string; readonly newPassword: string },
  context: { readonly requestId?: string | undefined } = {},
): Promise<Outcome<undefined, 'password-link-invalid'>> {
  const link = await readPasswordLinkToken('staff', token);
  if (link === null || !(await isOpen(toUuid(link)))) return no('password-link-invalid');
  const [row] = await query<{ id: string }>(
    'choose_staff_password',
    `with used as (
       update staff_password_links set used_at = now()
       where id = $1::uuid and used_at is null and expires_at > now() returning staff_id
     ), closed as (
       update staff_password_links set used_at = now()
       where staff_id in (select staff_id from used) and id <> $1::uuid and used_at is null
     ), changed as (
       update staff set password_hash = $2 where id in (select staff_id from used) and disabled_at is null
       returning id, 'staff_' || replace(id::text, '-', '') as name
     ), audited as (
       insert into audit_log (id, actor, action, subject, request_id)
       select $3::uuid, name, 'staff.password-chosen', name, $4 from changed
     )
     select id::text from changed`,
    [toUuid(link), await hashPassword(newPassword), toUuid(newId('aud')), context.requestId ?? null],
  );
  if (row === undefined) return no('password-link-invalid');
  await endStaffSessions(fromUuid('staff', row.id));
  return ok();
}

/** Looked at first: a link that opens nothing must not cost a hash. */
async function isOpen(link: string): Promise<boolean> {
  const rows = await query(
    'find_open_staff_link',
    `select 1 as one from staff_password_links where id = $1::uuid and used_at is null and expires_at > now()`,
    [link],
  );
  return rows.length > 0;
}
