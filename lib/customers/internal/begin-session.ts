import { openSession } from '@/lib/platform/sessions';
import type { CustomerSession } from '../model';
import type { CustomerStanding } from './standing';

export type SignedInCustomer = { readonly session: CustomerSession; readonly token: string };

/** A new session of a customer who has just shown who they are. */
export async function beginSession({ customer, stamp }: CustomerStanding): Promise<SignedInCustomer> {
  const { token, endsAtMs } = await openSession('cust', customer.id, stamp);
  return { session: { customer, endsAt: new Date(endsAtMs).toISOString() }, token };
}
