import type { SaveDiscountInput } from '../input';
import { saveDiscountInput } from '../input';
import type { DiscountTerms } from '../model';

export type TermsFault = { readonly path: string; readonly message: string };

/** What merchants call what is kept under another name. */
const SPOKEN: Readonly<Record<string, string>> = { amountMinor: 'amount', minSubtotalMinor: 'minSubtotal' };

/**
 * Terms as they are kept, or what is wrong with them as a whole. What belongs to another kind of discount is dropped: who
 * turns a percentage into an amount need not say that there is no percentage any more.
 */
export function settleTerms(
  terms: DiscountTerms,
): { ok: true; value: SaveDiscountInput } | { ok: false; errors: TermsFault[] } {
  const amount = terms.kind === 'amount' ? terms.amount : null;
  const currencies = [amount?.currency, terms.minSubtotal?.currency].filter((code) => code !== undefined);
  if (new Set(currencies).size > 1) {
    const message = `Must be ${amount?.currency}, the amount’s currency.`;
    return { ok: false, errors: [{ path: 'minSubtotal/currency', message }] };
  }
  const parsed = saveDiscountInput.safeParse({
    code: terms.code,
    kind: terms.kind,
    ratePpm: terms.kind === 'percentage' ? (terms.ratePpm ?? undefined) : undefined,
    amountMinor: amount?.amount,
    currency: currencies[0],
    minSubtotalMinor: terms.minSubtotal?.amount,
    collectionId: terms.collectionId ?? undefined,
    startsAt: terms.startsAt ?? undefined,
    endsAt: terms.endsAt ?? undefined,
    usageLimit: terms.usageLimit ?? undefined,
    perCustomerLimit: terms.perCustomerLimit ?? undefined,
    enabled: terms.enabled,
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = parsed.error.issues.map(({ path, message, code }) => {
    const [name = ''] = path.map(String);
    const isMissing = code === 'invalid_type';
    return { path: SPOKEN[name] ?? name, message: isMissing ? 'Must be given for this kind.' : message };
  });
  return { ok: false, errors };
}
