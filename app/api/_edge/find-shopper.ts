import { findCustomerSession } from '@/lib/customers/find-session';
import { findFault } from '@/lib/kernel/faults';
import type { CustomerId } from '@/lib/kernel/ids';
import { describeError, logEveryMinute } from '@/lib/platform/log';
import { readSessionCookie } from '@/lib/platform/session-cookie';
import { isCrossOrigin } from './authenticate';

/**
 * The customer who buys, if they are signed in; null for everybody else, which asks no store. A sale does not fail because
 * nobody can tell who is signed in: the order is found by its e-mail address as well.
 */
export async function findShopper(request: Request): Promise<CustomerId | null> {
  const token = readSessionCookie('cust', request);
  if (token === null || isCrossOrigin(request)) return null;
  try {
    return (await findCustomerSession(token))?.customer.id ?? null;
  } catch (error) {
    if (findFault(error) === null) throw error;
    logEveryMinute('warn', 'shopper-not-known', { error: describeError(error) });
    return null;
  }
}
