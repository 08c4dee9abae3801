import { query } from '@/db/client';
import { toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { describeError, logEveryMinute } from '@/lib/platform/log';
import type { ProviderEvent } from './input';
import { applyEvent } from './internal/apply-event';
import { isSignedEvent } from './internal/sign-event';

/**
 * Takes in what a provider's webhook tells: stored once under the event's id, then processed. It is answered as soon as it
 * is stored; what keeps it from being processed now (a lost store, units under release) is for processProviderEvents.
 */
export async function receiveProviderEvent(
  event: ProviderEvent,
  signature: string,
): Promise<Outcome<undefined, 'invalid-signature'>> {
  if (!(await isSignedEvent(event, signature))) return no('invalid-signature');
  await storeEvent(event);
  try {
    await applyEvent('test', event.id);
  } catch (error) {
    logEveryMinute('warn', 'provider-event-not-applied', { error: describeError(error) });
  }
  return ok();
}

/** The first delivery is kept, whatever later ones say: an event does not change. */
export async function storeEvent(event: ProviderEvent): Promise<void> {
  await query(
    'store_provider_event',
    `insert into provider_events (provider, event_id, payment_id, kind, data)
     values ('test', $1, $2::uuid, $3, $4::jsonb)
     on conflict do nothing`,
    [
      event.id,
      toUuid(event.paymentId),
      event.kind,
      JSON.stringify({ reference: event.reference, reason: event.reason }),
    ],
  );
}
