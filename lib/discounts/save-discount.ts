import { callFunction } from '@/db/client';
import { violates } from '@/lib/kernel/faults';
import { type DiscountId, newId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { Idempotency } from '@/lib/platform/idempotency';
import type { SaveDiscountInput } from './input';

export type SaveDiscountContext = {
  readonly actor: string;
  readonly requestId?: string | undefined;
  /** Only if the discount still is as it was when this version was read. */
  readonly expectedVersion?: string | undefined;
  /** Keeps this answer in the same transaction. */
  readonly answer?: (Idempotency & { readonly status: number; readonly body: string }) | undefined;
};

export type SavedDiscount = {
  readonly id: DiscountId;
  /** How many orders use it now. */
  readonly used: number;
};

type SaveAnswer =
  | { outcome: 'saved'; used: number }
  | { outcome: 'unknown-collection' | 'changed-meanwhile' };

/**
 * Makes a discount, or changes the one of this id whole, with its row in the audit log. Orders that have used it keep
 * what it gave them; a limit below what is used already lets nobody else in.
 */
export async function saveDiscount(
  id: DiscountId,
  discount: SaveDiscountInput,
  context: SaveDiscountContext,
): Promise<Outcome<SavedDiscount, 'code-taken' | 'unknown-collection' | 'changed-meanwhile'>> {
  try {
    const answer = await callFunction<SaveAnswer>('save_discount', {
      ...discount,
      id: toUuid(id),
      collectionId: discount.collectionId && toUuid(discount.collectionId),
      actor: context.actor,
      auditId: toUuid(newId('aud')),
      requestId: context.requestId,
      expectedVersion: context.expectedVersion,
      idempotency: context.answer,
    });
    return answer.outcome === 'saved' ? ok({ id, used: answer.used }) : no(answer.outcome);
  } catch (error) {
    if (violates(error, 'discounts_code_key')) return no('code-taken');
    throw error;
  }
}
