import type { Schema } from '@/app/(merchant)/_api/client';
import { Badge, type Tone } from '@/app/(merchant)/_ui/badge';
import { count, dateTime, money } from '@/app/(merchant)/_ui/format';
import { type DiscountState, discountState } from '@/lib/discounts/model';

export type Discount = Schema<'Discount'>;

const PPM_OF_PERCENT = 10_000;

/** What a code takes off: `15 % off`, `$5.00 off`, `free shipping`. */
export function valueWords({ kind, ratePpm, amount }: Discount): string {
  if (kind === 'percentage') return `${(ratePpm ?? 0) / PPM_OF_PERCENT} % off`;
  return kind === 'amount' && amount ? `${money(amount)} off` : 'free shipping';
}

/** How often it was used, of how often it may be. */
export const usageWords = ({ used, usageLimit }: Discount): string =>
  usageLimit === null ? count(used) : `${count(used)} of ${count(usageLimit)}`;

/** When it counts. */
export function timeWords({ startsAt, endsAt }: Discount): string {
  if (startsAt === null && endsAt === null) return 'always';
  const from = startsAt === null ? '' : `from ${dateTime(startsAt)}`;
  const until = endsAt === null ? '' : `until ${dateTime(endsAt)}`;
  return [from, until].filter((part) => part !== '').join(' ');
}

export const STATE_WORDS: Readonly<Record<DiscountState, string>> = {
  active: 'active',
  scheduled: 'scheduled',
  'used-up': 'used up',
  over: 'over',
  off: 'switched off',
};

const TONES: Readonly<Record<DiscountState, Tone>> = {
  active: 'good',
  scheduled: 'busy',
  'used-up': 'warn',
  over: 'neutral',
  off: 'neutral',
};

/** How it stands with a code, in a word. */
export function DiscountStateBadge({ discount }: { discount: Discount }) {
  const state = discountState(discount, Date.now());
  return <Badge tone={TONES[state]}>{STATE_WORDS[state]}</Badge>;
}
