import { callFunction } from '@/db/client';
import { type AddressId, type CustomerId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { fromRow, type SaveAnswer } from './internal/address-row';
import type { AddressWish, SavedAddress } from './model';

/** Writes another address in the place of one. The default stays it, whatever is said of it. */
export async function changeAddress(
  customerId: CustomerId,
  id: AddressId,
  { isDefault, ...address }: AddressWish,
): Promise<Outcome<SavedAddress, 'address-not-found'>> {
  const answer = await callFunction<SaveAnswer>('save_customer_address', {
    ...{ id: toUuid(id), customerId: toUuid(customerId), address },
    ...(isDefault === undefined ? {} : { isDefault }),
  });
  return answer.outcome === 'saved' ? ok(fromRow(answer.address)) : no('address-not-found');
}
