import { callFunction } from '@/db/client';
import { type DiscountId, newId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';

/** Takes a discount away: one that no order ever used is gone, one that orders name is switched off. */
export async function removeDiscount(
  id: DiscountId,
  context: WriteContext,
): Promise<Outcome<'removed' | 'disabled', 'discount-not-found'>> {
  const { outcome } = await callFunction<{ outcome: 'removed' | 'disabled' | 'discount-not-found' }>(
    'remove_discount',
    { discountId: toUuid(id), auditId: toUuid(newId('aud')), ...context },
  );
  return outcome === 'discount-not-found' ? no(outcome) : ok(outcome);
}
