import { query } from '@/db/client';
import { describeError, logEveryMinute } from '@/lib/platform/log';
import { applyEvent } from './internal/apply-event';

const BATCH = 100;
const PAUSE_AFTER_FAILURE_SECONDS = 60;

/**
 * Processes what lies in the inbox: events whose receiver died after it had stored them, or that could not be processed
 * at once. May run in several places: an event is processed by one. Gives how many were looked at.
 */
export async function processProviderEvents(): Promise<number> {
  const rows = await query<{ provider: string; event: string }>(
    'list_due_provider_events',
    `select provider, event_id as event from provider_events
     where processed_at is null and try_at <= now()
     order by try_at
     limit $1::int`,
    [BATCH],
  );
  for (const { provider, event } of rows) {
    try {
      await applyEvent(provider, event);
    } catch (error) {
      logEveryMinute('error', 'provider-event-failed', { event, error: describeError(error) });
      await putOff(provider, event);
    }
  }
  return rows.length;
}

/** One event that breaks must not stand before all others. */
async function putOff(provider: string, event: string): Promise<void> {
  await query(
    'put_off_provider_event',
    `update provider_events
     set try_at = now() + make_interval(secs => $3::int), tries = least(tries + 1, 1000)
     where provider = $1 and event_id = $2 and processed_at is null`,
    [provider, event, PAUSE_AFTER_FAILURE_SECONDS],
  );
}
