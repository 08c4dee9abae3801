import { callFunction } from '@/db/client';
import { type CustomerId, fromUuid, newId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { endCustomerSessions } from './end-sessions';

export type ErasedCustomer = { readonly id: CustomerId; readonly orderCount: number };

type EraseAnswer =
  | { outcome: 'erased'; customerId: string; orders: number; wasRegistered: boolean }
  | { outcome: 'customer-not-found' };

/**
 * Takes a person out of the shop and keeps its books: contact, account, links and mails are blanked or gone, orders stay
 * with what was bought, paid and taxed. Nothing brings them back. That it was done, not who it was, is in the audit log.
 */
export async function eraseCustomer(
  id: CustomerId,
  context: WriteContext,
): Promise<Outcome<ErasedCustomer, 'customer-not-found'>> {
  const answer = await callFunction<EraseAnswer>('erase_customer', {
    customerId: toUuid(id),
    auditId: toUuid(newId('aud')),
    eventId: toUuid(newId('evt')),
    ...context,
  });
  if (answer.outcome !== 'erased') return no(answer.outcome);
  const erased = fromUuid('cust', answer.customerId);
  if (answer.wasRegistered) await endCustomerSessions(erased);
  return ok({ id: erased, orderCount: answer.orders });
}
