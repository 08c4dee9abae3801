import { formatDecimal, parseDecimalToMinor } from '@/lib/kernel/money';
import type { Discount } from './discount-words';

const PPM_OF_PERCENT = 10_000;

/** A discount as it is typed: everything is text until it is sent. */
export type DiscountDraft = {
  readonly code: string;
  readonly kind: Discount['kind'];
  readonly percent: string;
  readonly amount: string;
  readonly currency: string;
  readonly minSubtotal: string;
  readonly collectionId: string;
  /** In the reader's own time, as a field for date and time has it. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly usageLimit: string;
  readonly perCustomerLimit: string;
};

export type DraftFault = { readonly path: string; readonly message: string };

const orEmpty = (value: number | null) => (value === null ? '' : String(value));

function localTime(instant: string | null): string {
  if (instant === null) return '';
  const time = new Date(instant);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function draftOf(discount: Discount | null, currency: string): DiscountDraft {
  return {
    code: discount?.code ?? '',
    kind: discount?.kind ?? 'percentage',
    percent: discount?.ratePpm ? String(discount.ratePpm / PPM_OF_PERCENT) : '',
    amount: discount?.amount ? formatDecimal(discount.amount) : '',
    currency: discount?.amount?.currency ?? discount?.minSubtotal?.currency ?? currency,
    minSubtotal: discount?.minSubtotal ? formatDecimal(discount.minSubtotal) : '',
    collectionId: discount?.collectionId ?? '',
    startsAt: localTime(discount?.startsAt ?? null),
    endsAt: localTime(discount?.endsAt ?? null),
    usageLimit: orEmpty(discount?.usageLimit ?? null),
    perCustomerLimit: orEmpty(discount?.perCustomerLimit ?? null),
  };
}

/** What is sent, or what cannot be read of what was typed. */
export function readDraft(draft: DiscountDraft) {
  const faults: DraftFault[] = [];
  const fail = (path: string, message: string) => {
    faults.push({ path, message });
    return null;
  };
  const money = (text: string, path: string) => {
    const parsed = parseDecimalToMinor(text, draft.currency);
    if (parsed.ok && parsed.value > 0) return { amount: parsed.value, currency: draft.currency };
    return fail(path, `Must be an amount in ${draft.currency}, as 5.00.`);
  };
  const percent = () => {
    const ratePpm = Math.round(Number(draft.percent.replace(',', '.')) * PPM_OF_PERCENT);
    return ratePpm >= 1 && ratePpm <= 1_000_000
      ? ratePpm
      : fail('ratePpm', 'Must be more than 0 and at most 100.');
  };
  const whole = (text: string, path: string) => {
    if (text.trim() === '') return null;
    return /^\d{1,9}$/.test(text.trim()) ? Number(text) : fail(path, 'Must be a whole number.');
  };
  const instant = (text: string) => (text === '' ? null : new Date(text).toISOString());
  const body = {
    code: draft.code,
    kind: draft.kind,
    ratePpm: draft.kind === 'percentage' ? percent() : null,
    amount: draft.kind === 'amount' ? money(draft.amount, 'amount') : null,
    minSubtotal: draft.minSubtotal.trim() === '' ? null : money(draft.minSubtotal, 'minSubtotal'),
    collectionId: draft.collectionId === '' ? null : draft.collectionId,
    startsAt: instant(draft.startsAt),
    endsAt: instant(draft.endsAt),
    usageLimit: whole(draft.usageLimit, 'usageLimit'),
    perCustomerLimit: whole(draft.perCustomerLimit, 'perCustomerLimit'),
  };
  return { body, faults };
}
