import { callFunction } from '@/db/client';
import { newId, type OrderId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { ShippingAddress } from './model';

export type ContactRefusal =
  | { reason: 'order-not-found' | 'invalid-transition' }
  | { reason: 'validation-failed'; errors: readonly { path: string; message: string }[] };

/** Where an order goes and who is written to, as long as something of it is still to be sent. */
export async function changeOrderContact(
  id: OrderId,
  change: { readonly email?: string | undefined; readonly shippingAddress?: ShippingAddress | undefined },
  context: WriteContext,
): Promise<Outcome<undefined, ContactRefusal>> {
  const answer = await callFunction<
    | { outcome: 'changed' | 'order-not-found' | 'invalid-transition' }
    | { outcome: 'other-country'; country: string }
  >('change_order_contact', { ...change, orderId: toUuid(id), auditId: toUuid(newId('aud')), ...context });
  switch (answer.outcome) {
    case 'changed':
      return ok();
    case 'order-not-found':
    case 'invalid-transition':
      return no(answer.outcome);
    case 'other-country':
      return no('validation-failed', {
        errors: [
          {
            path: 'shippingAddress/country',
            message: `Must stay ${answer.country}: the order was taxed and shipped for it.`,
          },
        ],
      });
    default:
      return assertNever(answer);
  }
}
