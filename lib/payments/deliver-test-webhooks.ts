import { query } from '@/db/client';
import { fromUuid } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';
import type { ProviderEvent } from './input';
import { signEvent } from './internal/sign-event';
import type { EventKind } from './internal/test-method';

const BATCH = 50;
const TIMEOUT_MS = 2_500;
/** With pauses of 1, 2, 4 … 60 seconds: about four minutes. Then it is lost, as a provider's may be. */
const MAX_TRIES = 10;

/** Hands one event to the shop; false when it was not heard. */
export type SendEvent = (event: ProviderEvent, signature: string) => Promise<boolean>;

/**
 * The test provider's own loop: delivers the webhooks that are due, to the shop's public address unless told, until each
 * was heard. At least once and in no order, as real ones do. Gives how many were tried.
 */
export async function deliverTestWebhooks(send: SendEvent = post): Promise<number> {
  const rows = await query<{ id: string; payment: string; kind: EventKind }>(
    'lease_test_deliveries',
    `with due as (
       select id from test_provider_deliveries where due_at <= now()
       order by due_at limit $1::int for update skip locked
     ),
     given_up as (
       delete from test_provider_deliveries d using due where d.id = due.id and d.tries >= $2::int
     ),
     -- A provider stands by what it says: who hears of a success can have the money back.
     decided as (
       update test_provider_charges c set outcome = 'succeeded', decided_at = least(decided_at, now())
       from test_provider_deliveries d join due using (id)
       where c.payment_id = d.payment_id and d.kind = 'succeeded' and c.outcome <> 'succeeded'
     )
     update test_provider_deliveries d
     set tries = d.tries + 1, due_at = now() + make_interval(secs => least(60, 2 ^ d.tries))
     from due where d.id = due.id and d.tries < $2::int
     returning d.id, d.payment_id as payment, d.kind`,
    [BATCH, MAX_TRIES],
  );
  await Promise.all(
    rows.map(async ({ id, payment, kind }) => {
      const event = toEvent(payment, kind);
      if (await send(event, await signEvent(event))) {
        await query('end_test_delivery', 'delete from test_provider_deliveries where id = $1::uuid', [id]);
      }
    }),
  );
  return rows.length;
}

function toEvent(payment: string, kind: EventKind): ProviderEvent {
  const paymentId = fromUuid('pay', payment);
  return {
    // One event a kind of an attempt: delivered twice, it is the same one.
    id: `${paymentId}:${kind}`,
    kind,
    paymentId,
    ...(kind === 'succeeded' ? { reference: `test_${paymentId}` } : {}),
    ...(kind === 'declined' ? { reason: 'card-declined' } : {}),
  };
}

async function post(event: ProviderEvent, signature: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/api/webhooks/payments/test', env().PUBLIC_URL), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-test-signature': signature },
      body: JSON.stringify(event),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
