import { findSession } from '@/lib/platform/sessions';
import { findStanding } from './internal/standing';
import type { CustomerSession } from './model';

/** Who is signed in with this token, or null. A session ends with the password that it was begun with. Throws when Redis cannot tell. */
export async function findCustomerSession(token: string): Promise<CustomerSession | null> {
  const found = await findSession('cust', token, findStanding);
  if (found === null) return null;
  return { customer: found.standing.customer, endsAt: new Date(found.endsAtMs).toISOString() };
}
