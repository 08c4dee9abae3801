import { newId } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { Idempotency } from '@/lib/platform/idempotency';
import type { CreateDiscountInput } from './input';
import { settleTerms, type TermsFault } from './internal/settle-terms';
import type { Discount } from './model';
import { saveDiscount } from './save-discount';

export type DiscountRefusal =
  | { reason: 'code-taken' }
  | { reason: 'validation-failed'; errors: readonly TermsFault[] };

export const UNKNOWN_COLLECTION = {
  errors: [{ path: 'collectionId', message: 'There is no such collection.' }],
};

/** Makes a discount. Its code may be taken by another, in whatever case. */
export async function createDiscount(
  input: CreateDiscountInput,
  context: WriteContext & { readonly idempotency?: Idempotency | null },
): Promise<Outcome<Discount, DiscountRefusal>> {
  const settled = settleTerms(input);
  if (!settled.ok) return no('validation-failed', { errors: settled.errors });
  const { actor, requestId, idempotency } = context;
  const id = newId('disc');
  const { code, kind, minSubtotal, collectionId, startsAt, endsAt, usageLimit, perCustomerLimit, enabled } =
    input;
  const discount: Discount = {
    id,
    code,
    kind,
    ratePpm: kind === 'percentage' ? input.ratePpm : null,
    amount: kind === 'amount' ? input.amount : null,
    minSubtotal,
    collectionId,
    startsAt,
    endsAt,
    usageLimit,
    perCustomerLimit,
    enabled,
    used: 0,
  };
  const answer = idempotency ? { ...idempotency, status: 201, body: JSON.stringify(discount) } : undefined;
  const saved = await saveDiscount(id, settled.value, { actor, requestId, answer });
  if (saved.ok) return ok(discount);
  return saved.reason === 'code-taken' ? no('code-taken') : no('validation-failed', UNKNOWN_COLLECTION);
}
