import { query } from '@/db/client';
import { type PaymentId, toUuid } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';
import { type ChargeResult, type PaymentProvider, type Pending, ProviderTimeout } from '../provider';
import { parseTestMethod, type TestScript } from './test-method';
import { bookRefund } from './test-provider-refunds';

type Row = { outcome: ChargeResult['result']; pending: boolean };

function toAnswer(paymentId: PaymentId, { outcome, pending }: Row): ChargeResult | Pending {
  if (pending) return { result: 'pending' };
  return outcome === 'succeeded'
    ? { result: 'succeeded', reference: `test_${paymentId}` }
    : { result: 'declined', reason: 'card-declined' };
}

/**
 * Writes an attempt into the provider's books unless it is there already, with the webhooks that will tell of it, and
 * gives what the books say. The first writer decides, as a real provider's idempotency key does.
 */
async function book(
  paymentId: PaymentId,
  amount: Money,
  { outcome, decidesAfterMs, webhooks }: Pick<TestScript, 'outcome' | 'decidesAfterMs' | 'webhooks'>,
): Promise<ChargeResult | Pending> {
  const [row] = await query<Row>(
    'test_provider_book',
    `with booked as (
       insert into test_provider_charges (payment_id, outcome, amount_minor, currency, decided_at)
       values ($1::uuid, $2, $3::bigint, $4, now() + make_interval(secs => $5::float8 / 1000))
       on conflict (payment_id) do update set outcome = test_provider_charges.outcome
       returning outcome, decided_at > now() as pending, xmax = 0 as is_new
     ),
     announced as (
       insert into test_provider_deliveries (id, payment_id, kind, due_at)
       select new_uuid_v7(), $1::uuid, kind, now() + make_interval(secs => "afterMs" / 1000)
       from booked, jsonb_to_recordset($6::jsonb) as webhook (kind text, "afterMs" float8)
       where is_new
     )
     select outcome, pending from booked`,
    [toUuid(paymentId), outcome, amount.amount, amount.currency, decidesAfterMs, JSON.stringify(webhooks)],
  );
  if (row === undefined) throw new TypeError('The test provider lost an attempt.');
  return toAnswer(paymentId, row);
}

/** Waits, as a network does; null: for ever. Ends with {@link ProviderTimeout} when the caller gives up. */
function delay(ms: number | null, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = ms === null ? undefined : setTimeout(resolve, ms);
    const fail = () => {
      clearTimeout(timer);
      reject(new ProviderTimeout('The test provider did not answer.'));
    };
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

/**
 * The built-in provider: no money moves, everything else is as with a real one. It keeps books of its own, sends signed
 * webhooks (deliverTestWebhooks), and the method says what happens: `test_ok` succeeds, `test_declined` does not,
 * `test_timeout` takes the money and never answers; tests write scripts (parseTestMethod).
 */
export const testProvider: PaymentProvider = {
  name: 'test',
  async charge({ paymentId, amount, method }, signal) {
    const script = parseTestMethod(method);
    if (!script.arrives) await delay(null, signal);
    const answer = await book(paymentId, amount, script);
    if (script.answersAfterMs !== 0) await delay(script.answersAfterMs, signal);
    return answer;
  },
  async find({ paymentId }) {
    const [row] = await query<Row>(
      'test_provider_find',
      'select outcome, decided_at > now() as pending from test_provider_charges where payment_id = $1::uuid',
      [toUuid(paymentId)],
    );
    return row === undefined ? { result: 'unknown' } : toAnswer(paymentId, row);
  },
  async close({ paymentId, amount }) {
    const [row] = await query<Row>(
      'test_provider_close',
      `insert into test_provider_charges as charge (payment_id, outcome, amount_minor, currency)
       values ($1::uuid, 'declined', $2::bigint, $3)
       on conflict (payment_id) do update
       set outcome = case when charge.decided_at > now() then 'declined' else charge.outcome end,
           decided_at = least(charge.decided_at, now())
       returning outcome, false as pending`,
      [toUuid(paymentId), amount.amount, amount.currency],
    );
    return row?.outcome === 'succeeded'
      ? { result: 'succeeded', reference: `test_${paymentId}` }
      : { result: 'declined', reason: 'card-declined' };
  },
  refund: bookRefund,
};
