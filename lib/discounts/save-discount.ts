import { callFunction } from '@/db/client';
import { violates } from '@/lib/kernel/faults';
import { type DiscountId, newId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { SaveDiscountInput } from './input';

export type SaveDiscountContext = { readonly actor: string; readonly requestId?: string | undefined };

export type SavedDiscount = {
  readonly id: DiscountId;
  /** How many orders use it now. */
  readonly used: number;
};

/**
 * Makes a discount, or changes the one of this id whole, with its row in the audit log. Orders that have used it keep
 * what it gave them; a limit below what is used already lets nobody else in.
 */
export async function saveDiscount(
  id: DiscountId,
  discount: SaveDiscountInput,
  context: SaveDiscountContext,
): Promise<Outcome<SavedDiscount, 'code-taken'>> {
  try {
    const { used } = await callFunction<{ outcome: 'saved'; used: number }>('save_discount', {
      ...discount,
      id: toUuid(id),
      collectionId: discount.collectionId && toUuid(discount.collectionId),
      actor: context.actor,
      auditId: toUuid(newId('aud')),
      requestId: context.requestId,
    });
    return ok({ id, used });
  } catch (error) {
    if (violates(error, 'discounts_code_key')) return no('code-taken');
    throw error;
  }
}
