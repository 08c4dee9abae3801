import { type CustomerFile, type CustomerNote, findCustomer } from '@/lib/customers/directory';
import type { CustomerId } from '@/lib/kernel/ids';
import { findActorNames } from '@/lib/staff/find-actor-names';

type SignedNote = CustomerNote & { readonly actorName: string | null };

/** A customer as the shop's people see them, with who wrote what; null when there is none. Two statements. */
export async function findCustomerFile(
  id: CustomerId,
): Promise<(Omit<CustomerFile, 'notes'> & { readonly notes: readonly SignedNote[] }) | null> {
  const customer = await findCustomer(id);
  if (customer === null) return null;
  const names = await findActorNames(customer.notes.map(({ actor }) => actor));
  const notes = customer.notes.map((note) => ({ ...note, actorName: names.get(note.actor) ?? null }));
  return { ...customer, notes };
}
