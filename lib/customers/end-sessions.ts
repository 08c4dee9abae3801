import type { CustomerId } from '@/lib/kernel/ids';
import { describeError, log } from '@/lib/platform/log';
import { endSession, endSessions } from '@/lib/platform/sessions';

/**
 * Signs a customer out everywhere, at once; call it after the change that asks for it has committed. Never fails: a session
 * also ends by itself, within two seconds, once the customer's password, address or standing is another.
 */
export async function endCustomerSessions(id: CustomerId): Promise<void> {
  await endSessions(id).catch((error: unknown) => {
    log('warn', 'sessions-not-ended', { customer: id, error: describeError(error) });
  });
}

/** Signs one browser out. Throws when Redis cannot be told. */
export async function signOutCustomer(token: string): Promise<void> {
  await endSession('cust', token);
}
