import { formatDecimal } from '@/lib/kernel/money';

/** Where a request cannot be priced, for people. */
export type PricingProblem = { readonly path: string; readonly message: string };

type Reason =
  | 'currency-not-sold'
  | 'unknown-variant'
  | 'variant-other-currency'
  | 'unknown-shipping-method'
  | 'no-shipping-to-country'
  | 'unknown-discount-code'
  | 'discount-not-started'
  | 'discount-ended'
  | 'discount-used-up'
  | 'discount-already-used'
  | 'discount-other-currency'
  | 'discount-minimum-not-reached'
  | 'discount-nothing-eligible';

export type PricingProblemRow = {
  path: string;
  reason: Reason;
  /** Of discount-minimum-not-reached, in minor units. */
  minimum?: number;
  currency?: string;
};

const MESSAGES: Record<Reason, string> = {
  'unknown-variant': 'There is no such variant in this shop.',
  'currency-not-sold': 'The shop does not sell in this currency.',
  'variant-other-currency': 'This variant is not sold in this currency.',
  'unknown-shipping-method': 'This shipping method is not offered for this address and basket.',
  'no-shipping-to-country': 'We do not ship this basket to this country.',
  'unknown-discount-code': 'This discount code is not valid.',
  'discount-not-started': 'This discount code is not valid yet.',
  'discount-ended': 'This discount code is not valid any more.',
  'discount-used-up': 'This discount code has been used up.',
  'discount-already-used': 'You have used this discount code already.',
  'discount-other-currency': 'This discount code is not valid in this currency.',
  'discount-minimum-not-reached': 'This basket is too small for this discount code.',
  'discount-nothing-eligible': 'This discount code takes nothing off this basket.',
};

export function describeProblems(problems: readonly PricingProblemRow[]): PricingProblem[] {
  return problems.map(({ path, reason, minimum, currency }) => ({
    path,
    message:
      minimum === undefined || currency === undefined
        ? MESSAGES[reason]
        : `This discount code is valid from ${formatDecimal({ amount: minimum, currency })} ${currency}.`,
  }));
}
