import * as contract from '@/app/api/_contract/checkout';
import { quoteIn } from '@/app/api/_edge/in-language';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { assertNever } from '@/lib/kernel/outcome';
import { quoteCheckout } from '@/lib/orders/quote-checkout';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.quoteCheckout, async ({ query, body }) => {
    const outcome = await quoteCheckout(body);
    if (outcome.ok) return reply(200, await quoteIn(query.language, outcome.value));
    switch (outcome.reason) {
      case 'cart-not-found':
        return refuse(outcome.reason);
      case 'validation-failed':
        return refuse(outcome.reason, { errors: outcome.errors });
      default:
        return assertNever(outcome);
    }
  }),
);
