import { query } from '@/db/client';
import { newId, type StaffId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { hashPassword, isPassword } from '@/lib/platform/password';
import { openSession, type SessionAbout } from '@/lib/platform/sessions';
import { endStaffSessions } from './end-sessions';
import { findStanding, findWithPassword } from './internal/standing';
import type { SignedIn } from './sign-in';

/**
 * Gives a member another password, signs them out everywhere and begins a new session. Links to choose a password that were
 * sent earlier open nothing any more. Node only.
 */
export async function changeStaffPassword(
  id: StaffId,
  passwords: { readonly currentPassword: string; readonly newPassword: string },
  context: { readonly requestId?: string | undefined; readonly about?: SessionAbout | undefined } = {},
): Promise<Outcome<SignedIn, 'wrong-password' | 'unauthenticated'>> {
  const found = await findWithPassword(id);
  if (!(await isPassword(passwords.currentPassword, found?.passwordHash ?? null)) || found === null)
    return no('wrong-password');
  const rows = await query(
    'change_staff_password',
    // The hash that was compared, once more: of two changes at once, the second has not shown the present password.
    `with changed as (
       update staff set password_hash = $2 where id = $1::uuid and password_hash = $3 and disabled_at is null
       returning id
     ), closed as (
       update staff_password_links set used_at = now()
       where staff_id in (select id from changed) and used_at is null
     ), audited as (
       insert into audit_log (id, actor, action, subject, request_id)
       select $4::uuid, $5, 'staff.password-changed', $5, $6 from changed
     )
     select id::text from changed`,
    [
      toUuid(id),
      await hashPassword(passwords.newPassword),
      found.passwordHash,
      toUuid(newId('aud')),
      id,
      context.requestId ?? null,
    ],
  );
  if (rows.length === 0) return no('wrong-password');
  await endStaffSessions(id);
  const standing = await findStanding(id);
  if (standing === null) return no('unauthenticated');
  const { token, endsAtMs } = await openSession('staff', id, standing.stamp, { about: context.about });
  return ok({ session: { member: standing.member, endsAt: new Date(endsAtMs).toISOString() }, token });
}
