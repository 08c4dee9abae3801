import { callFunction } from '@/db/client';
import { newId, type OrderId, toUuid } from '@/lib/kernel/ids';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { Idempotency } from '@/lib/platform/idempotency';
import type { FulfilOrderInput } from './input';

export type FulfilContext = {
  readonly actor: string;
  readonly requestId?: string | undefined;
  readonly idempotency?: Idempotency | undefined;
};

export type FulfilRefusal =
  | 'order-not-found'
  | 'invalid-transition'
  /** Its money may be on the way back. */
  | 'refund-in-progress'
  | 'idempotency-key-reused';

/** A paid order was sent. What is known of the parcel goes into its history, where the mail to the buyer finds it. */
export async function fulfilOrder(
  id: OrderId,
  parcel: Partial<FulfilOrderInput>,
  context: FulfilContext,
): Promise<Outcome<{ replayed: boolean }, FulfilRefusal>> {
  const { outcome } = await callFunction<{ outcome: 'fulfilled' | 'replayed' | FulfilRefusal }>(
    'fulfil_order',
    {
      ...parcel,
      orderId: toUuid(id),
      auditId: toUuid(newId('aud')),
      ...context,
    },
  );
  switch (outcome) {
    case 'fulfilled':
    case 'replayed':
      return ok({ replayed: outcome === 'replayed' });
    case 'order-not-found':
    case 'invalid-transition':
    case 'refund-in-progress':
    case 'idempotency-key-reused':
      return no(outcome);
    default:
      return assertNever(outcome);
  }
}
