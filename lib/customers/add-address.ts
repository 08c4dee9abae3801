import { callFunction } from '@/db/client';
import { type CustomerId, newId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { Idempotency } from '@/lib/platform/idempotency';
import { fromRow, type SaveAnswer, toAddress } from './internal/address-row';
import { type AddressWish, MOST_ADDRESSES, type SavedAddress } from './model';

/** Keeps another address. The first one is the default. With an idempotency key equal wishes are one. */
export async function addAddress(
  customerId: CustomerId,
  { isDefault, ...address }: AddressWish,
  idempotency: Idempotency | null,
): Promise<Outcome<SavedAddress, 'too-many-addresses' | 'unauthenticated'>> {
  const id = newId('addr');
  const body = (isDefaultThen: boolean) => JSON.stringify(toAddress(id, isDefaultThen, address));
  const answer = await callFunction<SaveAnswer>('save_customer_address', {
    ...{ id: toUuid(id), customerId: toUuid(customerId), address, isNew: true, most: MOST_ADDRESSES },
    ...(isDefault === undefined ? {} : { isDefault }),
    ...(idempotency === null
      ? {}
      : {
          idempotency: { ...idempotency, status: 201, bodies: { default: body(true), other: body(false) } },
        }),
  });
  if (answer.outcome === 'saved') return ok(fromRow(answer.address));
  return no(answer.outcome === 'too-many' ? 'too-many-addresses' : 'unauthenticated');
}
