import { callFunction } from '@/db/client';
import { newId, type OrderId, type PaymentId, toUuid } from '@/lib/kernel/ids';
import { assertNever, no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { Order } from '@/lib/orders/model';
import { isOrderToken } from '@/lib/orders/order-token';
import { findOrder } from '@/lib/orders/queries';
import { recordSettlement } from './internal/record-settlement';
import { testProvider } from './internal/test-provider';
import { type ChargeResult, ProviderTimeout } from './provider';

export type PayOrderRefusal =
  | 'order-not-found'
  | 'invalid-transition'
  | 'payment-in-progress'
  | 'payment-declined'
  | 'payment-timeout';

type StartAnswer =
  | { outcome: 'started'; amount: number; currency: string }
  | { outcome: 'already-paid' | 'payment-in-progress' | 'invalid-transition' | 'order-not-found' };

/** How long a browser waits for the provider. */
const PROVIDER_TIMEOUT_MS = 2_500;
/** Starting to pay gives the hold at least this long. */
const HOLD_EXTENSION_SECONDS = 120;

/**
 * Pays an order whose hold is live, once, however often it is called: the first call opens the attempt, others are told
 * that it runs or that the order is paid (which is a yes). If the process dies after the attempt was opened, the order
 * stays held and {@link settleDuePayments} asks the provider.
 */
export async function payOrder(
  id: OrderId,
  payment: { readonly token: string; readonly method: string },
): Promise<Outcome<Order, PayOrderRefusal>> {
  if (!(await isOrderToken(id, payment.token))) return no('order-not-found');
  const paymentId = newId('pay');
  const started = await callFunction<StartAnswer>('start_payment', {
    orderId: toUuid(id),
    paymentId: toUuid(paymentId),
    provider: testProvider.name,
    method: payment.method,
    extendSeconds: HOLD_EXTENSION_SECONDS,
  });
  switch (started.outcome) {
    case 'started':
      return charge(id, paymentId, payment.method, started);
    case 'already-paid':
      return paidOrder(id);
    case 'payment-in-progress':
    case 'invalid-transition':
    case 'order-not-found':
      return no(started.outcome);
    default:
      return assertNever(started);
  }
}

async function charge(
  id: OrderId,
  paymentId: PaymentId,
  method: string,
  amount: { amount: number; currency: string },
): Promise<Outcome<Order, PayOrderRefusal>> {
  let result: ChargeResult;
  try {
    result = await testProvider.charge(
      { paymentId, amount: { amount: amount.amount, currency: amount.currency }, method },
      AbortSignal.timeout(PROVIDER_TIMEOUT_MS),
    );
  } catch (error) {
    if (!(error instanceof ProviderTimeout)) throw error;
    await recordSettlement(paymentId, { result: 'in-doubt' });
    return no('payment-timeout');
  }
  await recordSettlement(paymentId, result);
  return result.result === 'succeeded' ? paidOrder(id) : no('payment-declined');
}

async function paidOrder(id: OrderId): Promise<Outcome<Order, PayOrderRefusal>> {
  const order = await findOrder(id);
  return order ? ok(order) : no('order-not-found');
}
