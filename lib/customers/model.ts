import type { CustomerId } from '@/lib/kernel/ids';

/** Somebody with an account, as they see themselves. The address is proven to be theirs. */
export type Customer = {
  readonly id: CustomerId;
  readonly email: string;
  readonly name: string | null;
};

/** A customer who is signed in, and until when at the longest. */
export type CustomerSession = { readonly customer: Customer; readonly endsAt: string };
