import { StoreUnavailable } from '@/lib/kernel/faults';
import type { DiscountId } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { type DiscountRefusal, UNKNOWN_COLLECTION } from './create-discount';
import type { ChangeDiscountInput } from './input';
import { settleTerms } from './internal/settle-terms';
import type { Discount } from './model';
import { findDiscount } from './queries';
import { saveDiscount } from './save-discount';

/** How often the discount may be changed by others between reading and writing before we give up. */
const ATTEMPTS = 5;

/**
 * Changes what the input names of a discount. Two changes at the same time both take effect: the one that comes second is
 * applied to what the first one left. Orders that have used the code keep what it gave them.
 */
export async function changeDiscount(
  id: DiscountId,
  change: ChangeDiscountInput,
  context: WriteContext,
): Promise<Outcome<Discount, DiscountRefusal | { reason: 'discount-not-found' }>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const found = await findDiscount(id);
    if (found === null) return no('discount-not-found');
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const settled = settleTerms({ ...found.discount, ...Object.fromEntries(given) });
    if (!settled.ok) return no('validation-failed', { errors: settled.errors });
    const saved = await saveDiscount(id, settled.value, { ...context, expectedVersion: found.version });
    if (!saved.ok && saved.reason === 'changed-meanwhile') continue;
    if (!saved.ok && saved.reason === 'unknown-collection')
      return no('validation-failed', UNKNOWN_COLLECTION);
    if (!saved.ok) return no('code-taken');
    const after = await findDiscount(id);
    return after === null ? no('discount-not-found') : ok(after.discount);
  }
  throw new StoreUnavailable(
    'postgres',
    new Error(`${id} was changed by others ${ATTEMPTS} times in a row.`),
  );
}
