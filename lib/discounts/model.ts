import type { CollectionId, DiscountId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';

export const DISCOUNT_KINDS = ['percentage', 'amount', 'free_shipping'] as const;

/** How it stands with a discount: whether a buyer could use it now, and if not, why. */
export const DISCOUNT_STATES = ['active', 'scheduled', 'used-up', 'over', 'off'] as const;

export type DiscountState = (typeof DISCOUNT_STATES)[number];

/** What a code takes off and when, as a merchant says it. null: without. */
export type DiscountTerms = {
  readonly code: string;
  readonly kind: (typeof DISCOUNT_KINDS)[number];
  /** Of a percentage, in millionths. */
  readonly ratePpm: number | null;
  /** Of an amount. */
  readonly amount: Money | null;
  /** What the products that the code is for must cost at least. */
  readonly minSubtotal: Money | null;
  /** Which products it is for; null: all. */
  readonly collectionId: CollectionId | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly usageLimit: number | null;
  readonly perCustomerLimit: number | null;
  readonly enabled: boolean;
};

/** A discount as it is kept, with how many orders use it. */
export type Discount = DiscountTerms & { readonly id: DiscountId; readonly used: number };

/** How a discount stands at a moment. The list's filter says the same in SQL, and a test compares the two. */
export function discountState(
  discount: Pick<Discount, 'enabled' | 'startsAt' | 'endsAt' | 'usageLimit' | 'used'>,
  nowMs: number,
): DiscountState {
  const { enabled, startsAt, endsAt, usageLimit, used } = discount;
  if (!enabled) return 'off';
  if (endsAt !== null && Date.parse(endsAt) <= nowMs) return 'over';
  if (usageLimit !== null && used >= usageLimit) return 'used-up';
  return startsAt !== null && Date.parse(startsAt) > nowMs ? 'scheduled' : 'active';
}
