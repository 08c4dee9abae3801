import { callFunction } from '@/db/client';
import { noticeEmpty, noticeMoved, noticeReturned } from '@/lib/inventory/notice-availability';
import { type CustomerId, fromUuid, newId, newOrderId, type OrderId, toUuid } from '@/lib/kernel/ids';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import { describeProblems, type PricingProblem, type PricingProblemRow } from './internal/pricing-problems';
import {
  type Basket,
  type Order,
  type OrderRow,
  type ShippingAddress,
  type ShortLine,
  type Totals,
  type TotalsRow,
  toOrder,
  toTotals,
} from './model';

export type PlaceOrderRequest = Basket & {
  readonly email: string;
  readonly shippingAddress: ShippingAddress;
  readonly shippingMethod?: string | undefined;
  readonly discountCode?: string | undefined;
  /** The total that the buyer saw, in minor units; of the order's currency, whichever that is, if none is named. */
  readonly expectedTotal?: { readonly amount: number; readonly currency?: string | undefined } | undefined;
  /** Where the buyer shops, as `fr-fr`: the language that they are written in. */
  readonly market?: string | undefined;
};

export type PlaceOrderContext = {
  /** `id` is a uuid that stands for (method, path, credential, key); `fingerprint` is 64 hex digits. */
  readonly idempotency: { readonly id: string; readonly fingerprint: string };
  readonly holdSeconds: number;
  /** Who orders, if they are signed in. */
  readonly customerId?: CustomerId | null;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
};

export type Placed = { readonly order: Order; readonly replayed: boolean };

export type PlaceOrderRefusal =
  | { reason: 'idempotency-key-reused' }
  | { reason: 'request-in-progress' }
  | { reason: 'temporarily-unavailable' }
  | { reason: 'cart-not-found' }
  | { reason: 'cart-already-ordered'; orderId: OrderId }
  | { reason: 'validation-failed'; errors: PricingProblem[] }
  | { reason: 'price-changed'; quote: Totals }
  | { reason: 'out-of-stock'; errors: ShortLine[] };

/** What is new about an order that was placed now; the rest is what was asked for. */
type PlacedRow = Omit<OrderRow, keyof TotalsRow | 'email' | 'shippingAddress'>;

type PlaceOrderAnswer =
  | { outcome: 'placed'; replayed: true; order: OrderRow }
  | { outcome: 'placed'; replayed: false; emptied: boolean; order: PlacedRow; basket: TotalsRow }
  | { outcome: 'request-in-progress' | 'again' | 'idempotency-key-reused' | 'cart-not-found' | 'cart-empty' }
  | { outcome: 'cart-already-ordered'; orderId: string }
  | { outcome: 'invalid'; problems: PricingProblemRow[] }
  | { outcome: 'price-changed'; quote: TotalsRow }
  | { outcome: 'out-of-stock'; errors: { path: string; variantId: string; available: number }[] };

const MAX_WAIT_MS = 5_000;
const FIRST_POLL_MS = 10;
const SLOWEST_POLL_MS = 200;
/** The quick way did not serve, the careful one released holds that were over, the next one claims. */
const AGAINS_AT_ONCE = 2;

/**
 * Places an order and holds its stock, all or nothing, in one SQL statement. The same idempotency id answers the order
 * that it placed before, as it was placed. While another call with the same id or cart is running, this one asks
 * again with growing pauses for up to 5 s: waiting here instead of in Postgres keeps the connection free for others.
 * Throws StoreUnavailable or OutcomeUnknown; the latter is settled by calling again with the same id.
 */
export async function placeOrder(
  request: PlaceOrderRequest,
  context: PlaceOrderContext,
): Promise<Outcome<Placed, PlaceOrderRefusal>> {
  const payload = toPayload(request, context);
  const deadline = Date.now() + MAX_WAIT_MS;
  let pollMs = FIRST_POLL_MS;
  let agains = 0;
  for (;;) {
    const answer = await callFunction<PlaceOrderAnswer>('place_order', { ...payload, careful: agains > 0 });
    notice(answer, agains);
    if (answer.outcome === 'again') {
      agains += 1;
      if (agains <= AGAINS_AT_ONCE) continue;
    } else if (answer.outcome !== 'request-in-progress') {
      return toOutcome(answer, request);
    }
    if (Date.now() >= deadline || context.signal?.aborted) return toOutcome(answer, request);
    await new Promise((resolve) => setTimeout(resolve, pollMs * (0.5 + Math.random() / 2)));
    pollMs = Math.min(pollMs * 2, SLOWEST_POLL_MS);
  }
}

/** Who took the last of something, or found nothing left, has news for the pages; it is looked up after the answer. */
function notice(answer: PlaceOrderAnswer, agains: number): void {
  // The careful way releases holds that are over.
  if (agains > 0) noticeReturned();
  if (answer.outcome === 'placed' && !answer.replayed && answer.emptied) {
    noticeMoved(answer.basket.lines.map(({ variantId }) => fromUuid('var', variantId)));
  } else if (answer.outcome === 'out-of-stock') {
    noticeEmpty(answer.errors.map(({ variantId }) => fromUuid('var', variantId)));
  }
}

function toPayload(request: PlaceOrderRequest, context: PlaceOrderContext) {
  return {
    orderId: toUuid(newOrderId(0)),
    eventId: toUuid(newId('evt')),
    idempotencyId: context.idempotency.id,
    fingerprint: context.idempotency.fingerprint,
    ...(request.cartId === undefined
      ? {
          lines: request.lines.map((line) => ({
            variantId: toUuid(line.variantId),
            quantity: line.quantity,
          })),
          currency: request.currency,
        }
      : { cartId: toUuid(request.cartId) }),
    ...(context.customerId ? { customerId: toUuid(context.customerId) } : {}),
    email: request.email,
    shippingAddress: request.shippingAddress,
    shippingMethod: request.shippingMethod,
    discountCode: request.discountCode,
    expectedTotal: request.expectedTotal?.amount,
    expectedCurrency: request.expectedTotal?.currency,
    market: request.market,
    holdSeconds: context.holdSeconds,
  };
}

function toOutcome(
  answer: PlaceOrderAnswer,
  { email, shippingAddress }: PlaceOrderRequest,
): Outcome<Placed, PlaceOrderRefusal> {
  switch (answer.outcome) {
    case 'placed': {
      const row = answer.replayed
        ? answer.order
        : { ...answer.basket, ...answer.order, email, shippingAddress };
      return ok({ order: toOrder(row), replayed: answer.replayed });
    }
    case 'request-in-progress':
    case 'idempotency-key-reused':
    case 'cart-not-found':
      return no(answer.outcome);
    case 'again':
      // Units came and went under our eyes too often: nothing was taken, so trying again later is safe.
      return no('temporarily-unavailable');
    case 'cart-empty':
      return no('validation-failed', { errors: [{ path: 'cartId', message: 'This cart is empty.' }] });
    case 'cart-already-ordered':
      return no('cart-already-ordered', { orderId: fromUuid('ord', answer.orderId) });
    case 'invalid':
      return no('validation-failed', { errors: describeProblems(answer.problems) });
    case 'price-changed':
      return no('price-changed', { quote: toTotals(answer.quote) });
    case 'out-of-stock':
      return no('out-of-stock', {
        errors: answer.errors.map(({ path, variantId, available }) => ({
          path,
          message: available === 0 ? 'Sold out.' : `Only ${available} left.`,
          variantId: fromUuid('var', variantId),
          available,
        })),
      });
    default:
      return assertNever(answer);
  }
}
