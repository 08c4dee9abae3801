import { callFunction } from '@/db/client';
import { type AddressId, type CustomerId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';

/** Takes an address away. */
export async function removeAddress(
  customerId: CustomerId,
  id: AddressId,
): Promise<Outcome<null, 'address-not-found'>> {
  const answer = await callFunction<{ outcome: 'removed' | 'address-not-found' }>('remove_customer_address', {
    id: toUuid(id),
    customerId: toUuid(customerId),
  });
  return answer.outcome === 'removed' ? ok(null) : no('address-not-found');
}
