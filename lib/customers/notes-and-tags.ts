import { callFunction } from '@/db/client';
import { type CustomerId, type CustomerNoteId, newId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { Idempotency } from '@/lib/platform/idempotency';

/** These are the customer's tags from now on, and no others. */
export async function changeCustomerTags(
  id: CustomerId,
  tags: readonly string[],
  context: WriteContext,
): Promise<Outcome<undefined, 'customer-not-found'>> {
  const { outcome } = await callFunction<{ outcome: 'changed' | 'customer-not-found' }>(
    'change_customer_tags',
    { customerId: toUuid(id), tags, auditId: toUuid(newId('aud')), ...context },
  );
  return outcome === 'changed' ? ok() : no(outcome);
}

/** What somebody of the shop wants the others to know about a customer. */
export async function addCustomerNote(
  id: CustomerId,
  text: string,
  context: WriteContext & { readonly idempotency?: Idempotency | null },
): Promise<Outcome<{ readonly id: CustomerNoteId }, 'customer-not-found'>> {
  const { idempotency, ...by } = context;
  const answer = { id: newId('note') };
  const { outcome } = await callFunction<{ outcome: 'noted' | 'customer-not-found' }>('add_customer_note', {
    customerId: toUuid(id),
    noteId: toUuid(answer.id),
    text,
    auditId: toUuid(newId('aud')),
    ...by,
    ...(idempotency ? { idempotency: { ...idempotency, status: 201, body: JSON.stringify(answer) } } : {}),
  });
  return outcome === 'noted' ? ok(answer) : no(outcome);
}

/** Takes a note away. */
export async function removeCustomerNote(
  id: CustomerId,
  noteId: CustomerNoteId,
  context: WriteContext,
): Promise<Outcome<undefined, 'note-not-found'>> {
  const { outcome } = await callFunction<{ outcome: 'removed' | 'note-not-found' }>('remove_customer_note', {
    customerId: toUuid(id),
    noteId: toUuid(noteId),
    auditId: toUuid(newId('aud')),
    ...context,
  });
  return outcome === 'removed' ? ok() : no(outcome);
}
