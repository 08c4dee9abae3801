import { type CustomerId, fromUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { endCustomerSessions } from './end-sessions';
import { callEraseCustomer } from './internal/call-erase-customer';

export type ErasedCustomer = { readonly id: CustomerId; readonly orderCount: number };

/**
 * Takes a person out of the shop and keeps its books: contact, account, addresses, links and mails are blanked or gone, orders stay
 * with what was bought, paid and taxed. Nothing brings them back. That it was done, not who it was, is in the audit log.
 */
export async function eraseCustomer(
  id: CustomerId,
  context: WriteContext,
): Promise<Outcome<ErasedCustomer, 'customer-not-found'>> {
  const answer = await callEraseCustomer(id, context);
  if (answer.outcome !== 'erased') return no('customer-not-found');
  const erased = fromUuid('cust', answer.customerId);
  if (answer.wasRegistered) await endCustomerSessions(erased);
  return ok({ id: erased, orderCount: answer.orders });
}
