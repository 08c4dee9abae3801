import { callFunction } from '@/db/client';
import { type CustomerId, newId, type PasswordLinkId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import type { OpenOrder } from '../model';

type EraseAnswer =
  | { outcome: 'erased'; customerId: string; orders: number; wasRegistered: boolean }
  | { outcome: 'orders-open'; orders: readonly OpenOrder[] }
  | { outcome: 'customer-not-found' | 'link-invalid' };

/** `own` is of whoever erases themselves: they are refused while orders of theirs are under way. */
export function callEraseCustomer(
  id: CustomerId,
  context: WriteContext,
  own?: { readonly link: PasswordLinkId | null },
): Promise<EraseAnswer> {
  return callFunction<EraseAnswer>('erase_customer', {
    customerId: toUuid(id),
    auditId: toUuid(newId('aud')),
    eventId: toUuid(newId('evt')),
    ...context,
    ...(own === undefined ? {} : { isOwn: true }),
    ...(own?.link ? { linkId: toUuid(own.link) } : {}),
  });
}
