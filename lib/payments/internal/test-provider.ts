import { query } from '@/db/client';
import { type PaymentId, toUuid } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';
import { type ChargeResult, type PaymentProvider, ProviderTimeout } from '../provider';
import { bookRefund } from './test-provider-refunds';

type Outcome = ChargeResult['result'];

/**
 * Writes an attempt into the provider's books unless it is there already, and gives what the books say. The first
 * writer decides, as a real provider's idempotency key does.
 */
async function book(paymentId: PaymentId, amount: Money, outcome: Outcome): Promise<ChargeResult> {
  const [row] = await query<{ outcome: Outcome }>(
    'test_provider_book',
    `with booked as (
       insert into test_provider_charges (payment_id, outcome, amount_minor, currency)
       values ($1::uuid, $2, $3::bigint, $4)
       on conflict (payment_id) do update set outcome = test_provider_charges.outcome
       returning outcome
     )
     select outcome from booked`,
    [toUuid(paymentId), outcome, amount.amount, amount.currency],
  );
  return row?.outcome === 'succeeded'
    ? { result: 'succeeded', reference: `test_${paymentId}` }
    : { result: 'declined', reason: 'card-declined' };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new ProviderTimeout('The test provider did not answer.'));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

/**
 * The built-in provider: no money moves, everything else is as with a real one. It keeps books of its own, and the
 * method says what happens: `test_ok` succeeds, `test_declined` does not, `test_timeout` takes the money and never
 * answers.
 */
export const testProvider: PaymentProvider = {
  name: 'test',
  async charge({ paymentId, amount, method }, signal) {
    if (method === 'test_declined') return book(paymentId, amount, 'declined');
    const result = await book(paymentId, amount, 'succeeded');
    return method === 'test_timeout' ? untilAborted(signal) : result;
  },
  settle({ paymentId, amount }) {
    return book(paymentId, amount, 'declined');
  },
  refund: bookRefund,
};
