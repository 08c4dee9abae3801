import { query } from '@/db/client';
import { type CustomerId, toUuid } from '@/lib/kernel/ids';
import type { Profile } from './model';

type Row = {
  email: string;
  name: string | null;
  verified_ms: string | null;
  created_ms: string;
  pending_email: string | null;
  former_emails: string;
};

/** What an account knows of its customer; null when it was erased meanwhile. One statement. */
export async function findProfile(id: CustomerId): Promise<Profile | null> {
  const [row] = await query<Row>(
    'find_customer_profile',
    `select email, name, (extract(epoch from email_verified_at) * 1000)::float8::text as verified_ms,
       (extract(epoch from created_at) * 1000)::float8::text as created_ms,
       (select l.email from customer_password_links l
        where l.customer_id = c.id and l.purpose = 'change-email' and l.used_at is null and l.expires_at > now()
        order by l.id desc limit 1) as pending_email,
       former_emails::text as former_emails
     from customers c where id = $1::uuid`,
    [toUuid(id)],
  );
  if (row === undefined) return null;
  const at = (ms: string) => new Date(Number(ms)).toISOString();
  return {
    email: row.email,
    name: row.name,
    emailVerifiedAt: row.verified_ms === null ? null : at(row.verified_ms),
    pendingEmail: row.pending_email,
    formerEmails: (JSON.parse(row.former_emails) as Profile['formerEmails']).map(({ email, until }) => ({
      email,
      until: new Date(until).toISOString(),
    })),
    createdAt: at(row.created_ms),
  };
}
