import { query } from '@/db/client';
import { toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { hashPassword } from '@/lib/platform/password';
import { readPasswordLinkToken } from '@/lib/platform/password-link';
import { endCustomerSessions } from './end-sessions';
import { beginSession, type SignedInCustomer } from './internal/begin-session';
import { spendLink } from './internal/spend-link';
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
  if (!(await isOpen(token))) return no('password-link-invalid');
  const passwordHash = await hashPassword(newPassword);
  const id = await spendLink(token, { purposes: ['sign-up', 'reset'], passwordHash });
  if (id === null) return no('password-link-invalid');
  await endCustomerSessions(id);
  const standing = await findStanding(id);
  return standing === null ? no('password-link-invalid') : ok(await beginSession(standing));
}

/** Looked at first: a link that opens nothing must not cost a hash. */
async function isOpen(token: string): Promise<boolean> {
  const link = await readPasswordLinkToken('customer', token);
  if (link === null) return false;
  const rows = await query(
    'find_open_customer_link',
    `select 1 as one from customer_password_links
     where id = $1::uuid and purpose in ('sign-up', 'reset') and used_at is null and expires_at > now()`,
    [toUuid(link)],
  );
  return rows.length > 0;
}
