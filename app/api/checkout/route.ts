import * as contract from '@/app/api/_contract/checkout';
import { findShopper } from '@/app/api/_edge/find-shopper';
import { refuse, replay, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { withToken } from '@/app/api/_edge/with-token';
import { assertNever } from '@/lib/kernel/outcome';
import { placeOrder } from '@/lib/orders/place-order';
import { env } from '@/lib/platform/env';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.placeOrder, async ({ body, idempotency, request, signal }) => {
    const customerId = await findShopper(request);
    const { HOLD_SECONDS: holdSeconds } = env();
    const outcome = await placeOrder(body, { idempotency, signal, customerId, holdSeconds });
    if (outcome.ok) {
      const order = await withToken(outcome.value.order);
      return outcome.value.replayed ? replay(201, JSON.stringify(order)) : reply(201, order);
    }
    switch (outcome.reason) {
      case 'idempotency-key-reused':
      case 'cart-not-found':
      case 'temporarily-unavailable':
        return refuse(outcome.reason);
      case 'request-in-progress':
        return refuse(outcome.reason, { headers: { 'retry-after': '1' } });
      case 'validation-failed':
      case 'out-of-stock':
        return refuse(outcome.reason, { errors: outcome.errors });
      case 'cart-already-ordered':
        return refuse(outcome.reason, { extensions: { orderId: outcome.orderId } });
      case 'price-changed':
        return refuse(outcome.reason, { extensions: { quote: outcome.quote } });
      default:
        return assertNever(outcome);
    }
  }),
);
