import { callFunction } from '@/db/client';
import { type CustomerId, newId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { readPasswordLinkToken } from '@/lib/platform/password-link';
import { endCustomerSessions } from './end-sessions';
import { beginSession, type SignedInCustomer } from './internal/begin-session';
import { findStanding } from './internal/standing';

type Refusal = 'link-invalid' | 'email-taken';
type Answer = { outcome: 'changed' } | { outcome: Refusal };

/**
 * Gives a customer the address whose mailbox they have proven by a link that was sent there, signs them out everywhere and begins a
 * new session here; the address before is told (event `customers/email.changed` { linkId }). Only who is signed in as the very customer
 * can do it: an address that was mistyped must not hand its owner an account.
 */
export async function confirmEmailChange(
  id: CustomerId,
  token: string,
): Promise<Outcome<SignedInCustomer, Refusal>> {
  const link = await readPasswordLinkToken('customer', token);
  if (link === null) return no('link-invalid');
  const answer = await callFunction<Answer>('change_customer_email', {
    linkId: toUuid(link),
    customerId: toUuid(id),
    eventId: toUuid(newId('evt')),
  });
  if (answer.outcome !== 'changed') return no(answer.outcome);
  await endCustomerSessions(id);
  const standing = await findStanding(id);
  return standing === null ? no('link-invalid') : ok(await beginSession(standing));
}
