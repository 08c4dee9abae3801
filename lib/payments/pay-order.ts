import { callFunction } from '@/db/client';
import { findFault } from '@/lib/kernel/faults';
import { newId, type OrderId, type PaymentId, toUuid } from '@/lib/kernel/ids';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { Order } from '@/lib/orders/model';
import { isOrderToken } from '@/lib/orders/order-token';
import { findOrder } from '@/lib/orders/queries';
import { withProviderPatience } from './internal/provider-patience';
import { recordSettlement } from './internal/record-settlement';
import { testProvider } from './internal/test-provider';
import { type PaymentLock, underPaymentLock } from './internal/under-payment-lock';
import { type PaymentProvider, ProviderTimeout } from './provider';

export type PayOrderRefusal =
  | 'order-not-found'
  | 'invalid-transition'
  | 'payment-in-progress'
  | 'payment-declined'
  | 'payment-timeout';

type StartAnswer =
  | { outcome: 'started'; amount: number; currency: string }
  | { outcome: 'already-paid' | 'payment-in-progress' | 'invalid-transition' | 'order-not-found' | 'stale' };

/** Starting to pay gives the hold at least this long. */
const HOLD_EXTENSION_SECONDS = 120;
/** An attempt that its own request should have ended long ago: that request's process died. */
const ABANDONED_AFTER_SECONDS = 30;

/**
 * Pays an order whose hold is live, once, however often it is called: the first call opens the attempt, others are told
 * that it runs or that the order is paid (which is a yes). If the process dies after the attempt was opened, the order
 * stays held, and the provider's webhook or settleDuePayments ends it.
 */
export async function payOrder(
  id: OrderId,
  payment: { readonly token: string; readonly method: string },
  provider: PaymentProvider = testProvider,
): Promise<Outcome<Order, PayOrderRefusal>> {
  if (!(await isOrderToken(id, payment.token))) return no('order-not-found');
  const held = await underPaymentLock(id, (lock) => pay(id, payment.method, provider, lock));
  return held.ok ? held.value : whileOthersPay(id);
}

async function pay(
  id: OrderId,
  method: string,
  provider: PaymentProvider,
  { fence, signal }: PaymentLock,
): Promise<Outcome<Order, PayOrderRefusal>> {
  const paymentId = newId('pay');
  const started = await callFunction<StartAnswer>('start_payment', {
    orderId: toUuid(id),
    paymentId: toUuid(paymentId),
    provider: provider.name,
    method,
    extendSeconds: HOLD_EXTENSION_SECONDS,
    abandonedAfterSeconds: ABANDONED_AFTER_SECONDS,
    fence,
  });
  switch (started.outcome) {
    case 'started': {
      const amount = { amount: started.amount, currency: started.currency };
      const result = await charge(provider, { paymentId, amount, method }, { fence, signal });
      return whatBecameOf(id, result);
    }
    case 'already-paid':
      return whatBecameOf(id, 'succeeded');
    case 'stale':
      return whileOthersPay(id);
    case 'payment-in-progress':
    case 'invalid-transition':
    case 'order-not-found':
      return no(started.outcome);
    default:
      return assertNever(started);
  }
}

/** Asks for the money and writes down what came of it. From here on nothing is known not to have happened. */
async function charge(
  provider: PaymentProvider,
  attempt: { paymentId: PaymentId; amount: { amount: number; currency: string }; method: string },
  { fence, signal }: PaymentLock,
): Promise<'succeeded' | 'declined' | 'in-doubt'> {
  try {
    const result = await withProviderPatience(signal, (patience) => provider.charge(attempt, patience)).catch(
      (error: unknown) => {
        if (error instanceof ProviderTimeout) return { result: 'in-doubt' } as const;
        throw error;
      },
    );
    const known = result.result === 'pending' ? ({ result: 'in-doubt' } as const) : result;
    await recordSettlement(attempt.paymentId, known, fence);
    return known.result;
  } catch (error) {
    if (findFault(error) === null) throw error;
    // The money may have moved whatever the store says of its own part: not "nothing happened", but "read the order".
    return 'in-doubt';
  }
}

/** Believes the order rather than what was heard: a webhook may have ended the attempt meanwhile, another way. */
async function whatBecameOf(
  id: OrderId,
  heard: 'succeeded' | 'declined' | 'in-doubt',
): Promise<Outcome<Order, PayOrderRefusal>> {
  const order = await findOrder(id);
  if (order === null) return no('order-not-found');
  if (isPaid(order)) return ok(order);
  return no(heard === 'declined' ? 'payment-declined' : 'payment-timeout');
}

async function whileOthersPay(id: OrderId): Promise<Outcome<Order, PayOrderRefusal>> {
  const order = await findOrder(id);
  if (order === null) return no('order-not-found');
  if (isPaid(order)) return ok(order);
  return no(order.status === 'pending' ? 'payment-in-progress' : 'invalid-transition');
}

const isPaid = ({ status }: Order) =>
  status === 'paid' || status === 'fulfilled' || status === 'partially_refunded';
