import { callFunction } from '@/db/client';
import { fromUuid, newId, type OrderId, toUuid } from '@/lib/kernel/ids';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { Idempotency } from '@/lib/platform/idempotency';
import type { FulfilOrderInput } from './input';
import { type AskedUnitsProblem, describeAskedUnits, type UnitsFault } from './internal/asked-units';

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

type FulfilAnswer =
  | { outcome: 'fulfilled' | 'replayed' | FulfilRefusal }
  | { outcome: 'invalid'; problems: AskedUnitsProblem[] };

/**
 * A parcel of a paid order was sent: with the units that are named, or all that are still to be sent. The order is fulfilled with the
 * last of them. What is known of the parcel goes into its history, where the mail to the buyer finds it.
 */
export async function fulfilOrder(
  id: OrderId,
  { lines, ...parcel }: Partial<FulfilOrderInput>,
  context: FulfilContext,
): Promise<
  Outcome<{ replayed: boolean }, FulfilRefusal | { reason: 'validation-failed'; errors: UnitsFault[] }>
> {
  const answer = await callFunction<FulfilAnswer>('fulfil_order', {
    ...parcel,
    ...(lines ? { lines: lines.map((line) => ({ ...line, variantId: toUuid(line.variantId) })) } : {}),
    orderId: toUuid(id),
    fulfilmentId: toUuid(newId('ful')),
    auditId: toUuid(newId('aud')),
    ...context,
  });
  switch (answer.outcome) {
    case 'fulfilled':
    case 'replayed':
      return ok({ replayed: answer.outcome === 'replayed' });
    case 'order-not-found':
    case 'invalid-transition':
    case 'refund-in-progress':
    case 'idempotency-key-reused':
      return no(answer.outcome);
    case 'invalid':
      return no('validation-failed', { errors: describeAskedUnits(answer.problems, 'be sent') });
    default:
      return assertNever(answer);
  }
}

/** What became of one of several orders. */
export type BulkOutcome = {
  readonly id: OrderId;
  readonly outcome: 'fulfilled' | Exclude<FulfilRefusal, 'idempotency-key-reused'>;
};

/** Sends several orders, each whole. Those that cannot be sent do not keep the others, and say why. */
export async function fulfilOrders(
  ids: readonly OrderId[],
  { actor, requestId }: FulfilContext,
): Promise<readonly BulkOutcome[]> {
  const rows = await callFunction<{ orderId: string; outcome: BulkOutcome['outcome'] }[]>('fulfil_orders', {
    orderIds: ids.map(toUuid),
    actor,
    requestId,
  });
  return rows.map(({ orderId, outcome }) => ({ id: fromUuid('ord', orderId), outcome }));
}
