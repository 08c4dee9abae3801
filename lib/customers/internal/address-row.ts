import { type AddressId, fromUuid } from '@/lib/kernel/ids';
import type { PostalAddress, SavedAddress } from '../model';

/** What customer_address_document() answers. */
export type AddressRow = { id: string; isDefault: boolean; address: PostalAddress };

/** What save_customer_address() answers. */
export type SaveAnswer =
  | { outcome: 'saved'; address: AddressRow }
  | { outcome: 'too-many' | 'address-not-found' | 'customer-not-found' };

/** With its fields in the order of an envelope: the database forgets it, and an answer is repeated byte for byte. */
export function toAddress(id: AddressId, isDefault: boolean, address: PostalAddress): SavedAddress {
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

export const fromRow = (row: AddressRow): SavedAddress =>
  toAddress(fromUuid('addr', row.id), row.isDefault, row.address);
