import { query } from '@/db/client';
import { type CustomerId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { hashPassword, isPassword } from '@/lib/platform/password';
import { endCustomerSessions } from './end-sessions';
import { beginSession, type SignedInCustomer } from './internal/begin-session';
import { findStanding, findWithPassword } from './internal/standing';

/**
 * Gives a customer another password, signs them out everywhere and begins a new session. Links that were
 * sent earlier open nothing any more. Node only.
 */
export async function changeCustomerPassword(
  id: CustomerId,
  passwords: { readonly currentPassword: string; readonly newPassword: string },
): Promise<Outcome<SignedInCustomer, 'wrong-password' | 'unauthenticated'>> {
  const found = await findWithPassword(id);
  if (!(await isPassword(passwords.currentPassword, found?.passwordHash ?? null)) || found === null)
    return no('wrong-password');
  const rows = await query(
    'change_customer_password',
    `with changed as (
       update customers set password_hash = $2 where id = $1::uuid and password_hash = $3 and disabled_at is null
       returning id, lower(email) as email
     ), closed as (
       update customer_password_links set used_at = now()
       where used_at is null
         and (customer_id in (select id from changed) or (lower(email) in (select email from changed) and customer_id is null))
     )
     select id::text from changed`,
    [toUuid(id), await hashPassword(passwords.newPassword), found.passwordHash],
  );
  if (rows.length === 0) return no('wrong-password');
  await endCustomerSessions(id);
  const standing = await findStanding(id);
  return standing === null ? no('unauthenticated') : ok(await beginSession(standing));
}
