import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { beginSession, type SignedInCustomer } from './internal/begin-session';
import { spendLink } from './internal/spend-link';
import { findStanding } from './internal/standing';

/**
 * Begins a session of whoever holds a link that was sent to a customer's address, which it proves. It does so once, and of several
 * that were sent the first that is used closes the others.
 */
export async function signInByLink(token: string): Promise<Outcome<SignedInCustomer, 'link-invalid'>> {
  const id = await spendLink(token, { purposes: ['sign-in'] });
  const standing = id === null ? null : await findStanding(id);
  return standing === null ? no('link-invalid') : ok(await beginSession(standing));
}
