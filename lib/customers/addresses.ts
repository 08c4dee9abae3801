import { callFunction, query } from '@/db/client';
import { type AddressId, type CustomerId, fromUuid, newId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { Idempotency } from '@/lib/platform/idempotency';
import { MOST_ADDRESSES, type PostalAddress, type SavedAddress } from './model';

type Row = { id: string; isDefault: boolean; address: PostalAddress };
type SaveAnswer =
  | { outcome: 'saved'; address: Row }
  | { outcome: 'too-many' | 'address-not-found' | 'customer-not-found' };

/** With its fields in the order of an envelope: the database forgets it, and an answer is repeated byte for byte. */
function toAddress(id: AddressId, isDefault: boolean, address: PostalAddress): SavedAddress {
  const { name, line1, line2, city, region, postalCode, country } = address;
  return {
    id,
    name,
    line1,
    ...(line2 === undefined ? {} : { line2 }),
    city,
    ...(region === undefined ? {} : { region }),
    postalCode,
    country,
    isDefault,
  };
}

const fromRow = (row: Row) => toAddress(fromUuid('addr', row.id), row.isDefault, row.address);

/** A customer's addresses, the default one first, then the one that was saved last. There are few, so this is all of them. */
export async function listAddresses(id: CustomerId): Promise<SavedAddress[]> {
  const rows = await query<{ row: string }>(
    'list_customer_addresses',
    `select customer_address_document(a)::text as row from customer_addresses a
     where customer_id = $1::uuid order by is_default desc, id desc`,
    [toUuid(id)],
  );
  return rows.map(({ row }) => fromRow(JSON.parse(row) as Row));
}

export type AddressWish = PostalAddress & { readonly isDefault?: boolean | undefined };

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
