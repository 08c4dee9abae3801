/** Where a request cannot be priced, for people. */
export type PricingProblem = { readonly path: string; readonly message: string };

export type PricingProblemRow = {
  path: string;
  reason: 'unknown-variant' | 'unknown-shipping-method' | 'no-shipping-to-country' | 'unknown-discount-code';
};

const MESSAGES: Record<PricingProblemRow['reason'], string> = {
  'unknown-variant': 'There is no such variant in this shop.',
  'unknown-shipping-method': 'This shipping method is not offered for this address and basket.',
  'no-shipping-to-country': 'We do not ship this basket to this country.',
  'unknown-discount-code': 'This discount code is not valid.',
};

export function describeProblems(problems: readonly PricingProblemRow[]): PricingProblem[] {
  return problems.map(({ path, reason }) => ({ path, message: MESSAGES[reason] }));
}
