import type { AddressId, CustomerId } from '@/lib/kernel/ids';

/** Somebody with an account, as they see themselves. The address is proven to be theirs. */
export type Customer = {
  readonly id: CustomerId;
  readonly email: string;
  readonly name: string | null;
};

/** A customer who is signed in, and until when at the longest. */
export type CustomerSession = { readonly customer: Customer; readonly endsAt: string };

/** What an account knows of its customer. */
export type Profile = {
  readonly email: string;
  readonly name: string | null;
  /** When the mailbox was proven theirs. */
  readonly emailVerifiedAt: string | null;
  /** The address that is to take its place, as soon as its mailbox is proven as well. */
  readonly pendingEmail: string | null;
  /** Addresses that were theirs before, and until when. */
  readonly formerEmails: readonly { readonly email: string; readonly until: string }[];
  readonly createdAt: string;
};

/** Where a parcel goes. */
export type PostalAddress = {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly city: string;
  readonly region?: string | undefined;
  readonly postalCode: string;
  readonly country: string;
};

/** An address that a customer keeps to choose at checkout. */
export type SavedAddress = PostalAddress & { readonly id: AddressId; readonly isDefault: boolean };

/** An address as it is to be kept; the default one is offered first. */
export type AddressWish = PostalAddress & { readonly isDefault?: boolean | undefined };

/** How many addresses one account keeps. */
export const MOST_ADDRESSES = 10;

/** An order that is under way. */
export type OpenOrder = { readonly id: string; readonly number: number; readonly status: string };
