import { query } from '@/db/client';
import { type PasswordLinkId, toUuid } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';
import { passwordLinkToken } from '@/lib/platform/password-link';

/** What the mail with a member's link says. The address opens their account: it belongs into the mail and nowhere else. */
export type StaffPasswordMail = {
  readonly purpose: 'invitation' | 'reset';
  readonly to: string;
  readonly name: string;
  readonly url: string;
  readonly expiresAt: string;
};

/** What to write to the member of a link; null when the link opens nothing any more, and then there is nothing to send. */
export async function findStaffPasswordMail(id: PasswordLinkId): Promise<StaffPasswordMail | null> {
  const [row] = await query<{
    purpose: 'invitation' | 'reset';
    email: string;
    name: string;
    expires_ms: string;
  }>(
    'find_staff_password_mail',
    `select purpose, email, name, (extract(epoch from expires_at) * 1000)::float8::text as expires_ms
     from staff_password_links l join staff s on s.id = l.staff_id
     where l.id = $1::uuid and used_at is null and expires_at > now() and disabled_at is null`,
    [toUuid(id)],
  );
  if (row === undefined) return null;
  return {
    purpose: row.purpose,
    to: row.email,
    name: row.name,
    // Behind the hash, so that it reaches no server's log and no other page's Referer.
    url: `${env().PUBLIC_URL}/dashboard/choose-password#${await passwordLinkToken('staff', id)}`,
    expiresAt: new Date(Number(row.expires_ms)).toISOString(),
  };
}
