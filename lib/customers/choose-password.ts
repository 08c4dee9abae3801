import { query } from '@/db/client';
import { fromUuid, newId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { hashPassword } from '@/lib/platform/password';
import { readPasswordLinkToken } from '@/lib/platform/password-link';
import { endCustomerSessions } from './end-sessions';
import { beginSession, type SignedInCustomer } from './internal/begin-session';
import { findStanding } from './internal/standing';

/**
 * Sets the password of whoever holds a link that was sent to them, makes them a customer if they are none, signs them out
 * everywhere else and in here: holding the link proves that the address is theirs. A link does it once, and the others that
 * were sent to the address do it no more. Node only.
 */
export async function chooseCustomerPassword({
  token,
  newPassword,
}: {
  readonly token: string;
  readonly newPassword: string;
}): Promise<Outcome<SignedInCustomer, 'password-link-invalid'>> {
  const link = await readPasswordLinkToken('customer', token);
  if (link === null || !(await isOpen(toUuid(link)))) return no('password-link-invalid');
  const [row] = await query<{ id: string }>(
    'choose_customer_password',
    `with used as (
       update customer_password_links set used_at = now()
       where id = $1::uuid and used_at is null and expires_at > now() returning email, name
     ), closed as (
       update customer_password_links set used_at = now()
       where lower(email) in (select lower(email) from used) and id <> $1::uuid and used_at is null
     )
     insert into customers (id, email, name, password_hash, email_verified_at)
     select $2::uuid, email, name, $3, now() from used
     on conflict (lower(email)) do update
       set password_hash = excluded.password_hash,
           email_verified_at = coalesce(customers.email_verified_at, excluded.email_verified_at),
           name = coalesce(customers.name, excluded.name)
       where customers.disabled_at is null
     returning id::text`,
    [toUuid(link), toUuid(newId('cust')), await hashPassword(newPassword)],
  );
  if (row === undefined) return no('password-link-invalid');
  const id = fromUuid('cust', row.id);
  await endCustomerSessions(id);
  const standing = await findStanding(id);
  return standing === null ? no('password-link-invalid') : ok(await beginSession(standing));
}

/** Looked at first: a link that opens nothing must not cost a hash. */
async function isOpen(link: string): Promise<boolean> {
  const rows = await query(
    'find_open_customer_link',
    `select 1 as one from customer_password_links where id = $1::uuid and used_at is null and expires_at > now()`,
    [link],
  );
  return rows.length > 0;
}
