import { callFunction } from '@/db/client';
import { newId, type OrderId, type ReturnId, toUuid } from '@/lib/kernel/ids';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { FulfilContext } from './fulfil-order';
import type { RequestReturnInput } from './input';
import { type AskedUnitsProblem, describeAskedUnits, type UnitsFault } from './internal/asked-units';

type Replayed = { readonly replayed: boolean };

/** A buyer wants to send back some of what was sent to them. */
export async function requestReturn(
  id: OrderId,
  { lines, reason }: RequestReturnInput,
  context: FulfilContext,
): Promise<
  Outcome<
    Replayed,
    | 'order-not-found'
    | 'idempotency-key-reused'
    | { reason: 'validation-failed'; errors: readonly UnitsFault[] }
  >
> {
  const answer = await callFunction<
    | { outcome: 'moved' | 'replayed' | 'order-not-found' | 'idempotency-key-reused' }
    | { outcome: 'invalid'; problems: AskedUnitsProblem[] }
  >('request_return', {
    orderId: toUuid(id),
    returnId: toUuid(newId('ret')),
    lines: lines.map((line) => ({ ...line, variantId: toUuid(line.variantId) })),
    reason,
    auditId: toUuid(newId('aud')),
    ...context,
  });
  switch (answer.outcome) {
    case 'moved':
    case 'replayed':
      return ok({ replayed: answer.outcome === 'replayed' });
    case 'order-not-found':
    case 'idempotency-key-reused':
      return no(answer.outcome);
    case 'invalid':
      return no('validation-failed', { errors: describeAskedUnits(answer.problems, 'be returned') });
    default:
      return assertNever(answer);
  }
}

/**
 * What was to come back came, or will not. The refund for it, which is a decision of its own, gives the money back and puts units on
 * the shelf.
 */
export async function closeReturn(
  id: OrderId,
  returnId: ReturnId,
  status: 'received' | 'cancelled',
  context: FulfilContext,
): Promise<Outcome<Replayed, 'return-not-found' | 'invalid-transition' | 'idempotency-key-reused'>> {
  const { outcome } = await callFunction<{
    outcome: 'moved' | 'replayed' | 'return-not-found' | 'invalid-transition' | 'idempotency-key-reused';
  }>('close_return', {
    orderId: toUuid(id),
    returnId: toUuid(returnId),
    status,
    auditId: toUuid(newId('aud')),
    ...context,
  });
  return outcome === 'moved' || outcome === 'replayed'
    ? ok({ replayed: outcome === 'replayed' })
    : no(outcome);
}
