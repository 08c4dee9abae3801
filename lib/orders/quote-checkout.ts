import { callFunction } from '@/db/client';
import { toUuid } from '@/lib/kernel/ids';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import { describeProblems, type PricingProblem, type PricingProblemRow } from './internal/pricing-problems';
import { type Basket, type Quote, type TotalsRow, toTotals } from './model';

export type QuoteRequest = Basket & {
  /** Where it would go; the shop's own country when not known yet. */
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  readonly shippingMethod?: string | undefined;
  readonly discountCode?: string | undefined;
  /** Who would buy: whether they may use the code once more. */
  readonly email?: string | undefined;
};

export type QuoteRefusal =
  | { reason: 'cart-not-found' }
  | { reason: 'validation-failed'; errors: PricingProblem[] };

type QuoteAnswer =
  | {
      outcome: 'quoted';
      quote: TotalsRow;
      shippingMethods: { code: string; title: string; price: number }[];
    }
  | { outcome: 'cart-not-found' | 'cart-empty' }
  | { outcome: 'invalid'; problems: PricingProblemRow[] };

/** What checkout would charge for this basket now, by the function that checkout itself uses. Nothing is held. */
export async function quoteCheckout(request: QuoteRequest): Promise<Outcome<Quote, QuoteRefusal>> {
  const answer = await callFunction<QuoteAnswer>('quote_checkout', {
    ...(request.cartId === undefined
      ? {
          lines: request.lines.map((line) => ({
            variantId: toUuid(line.variantId),
            quantity: line.quantity,
          })),
          currency: request.currency,
        }
      : { cartId: toUuid(request.cartId) }),
    country: request.country,
    region: request.region,
    shippingMethod: request.shippingMethod,
    discountCode: request.discountCode,
    email: request.email,
  });
  switch (answer.outcome) {
    case 'quoted':
      return ok({
        ...toTotals(answer.quote),
        shippingMethods: answer.shippingMethods.map(({ code, title, price }) => ({
          code,
          title,
          price: { amount: price, currency: answer.quote.currency },
        })),
      });
    case 'cart-not-found':
      return no('cart-not-found');
    case 'cart-empty':
      return no('validation-failed', { errors: [{ path: 'cartId', message: 'This cart is empty.' }] });
    case 'invalid':
      return no('validation-failed', { errors: describeProblems(answer.problems) });
    default:
      return assertNever(answer);
  }
}
