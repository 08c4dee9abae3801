import { query } from '@/db/client';
import { jobEngine } from './job-engine';
import { redis } from './redis/client';
import { within } from './within';

const PATIENCE_MS = 1_000;

/** Whether `question` is answered in time. Whatever it fails with, the part is down. */
function answers(question: () => Promise<unknown>): Promise<boolean> {
  const heard = question().then(
    () => true,
    () => false,
  );
  return within(PATIENCE_MS, heard, () => false);
}

/** Whether Postgres answers within a second. */
export function isPostgresUp(): Promise<boolean> {
  return answers(() => query('health', 'select 1 as one', []));
}

/** Whether Redis answers within a second. */
export function isRedisUp(): Promise<boolean> {
  return answers(() => redis.ping());
}

/** A job that is due, or an event that is to be sent, and has waited this long is late. */
const LATE_AFTER_SECONDS = 60;

export type JobsState = 'up' | 'late' | 'down';

/**
 * How the jobs are: down when there is no engine or it does not answer, late when it does not reach the
 * shop, or work has been due for a minute: in the engine, or in the outbox before it. Inngest's cloud cannot be asked, so there the outbox alone tells.
 */
export async function jobsState(): Promise<JobsState> {
  const engine = jobEngine();
  if (engine === null) return 'down';
  const [engineState, isOutboxStuck] = await Promise.all([
    engine.engineUrl === null ? ('up' as const) : engineStateAt(engine.engineUrl),
    isOutboxOverdue().catch(() => true),
  ]);
  return engineState === 'up' && isOutboxStuck ? 'late' : engineState;
}

async function engineStateAt(url: string): Promise<JobsState> {
  try {
    const response = await fetch(new URL('/status.json', url), { signal: AbortSignal.timeout(PATIENCE_MS) });
    // Only the embedded engine tells more than that it is there.
    if (!response.ok) return response.status < 500 ? 'up' : 'down';
    const told = (await response.json()) as { oldestDueSeconds?: number; apps?: { ok: boolean }[] };
    const isAppLost = told.apps?.some(({ ok }) => !ok) ?? false;
    return isAppLost || (told.oldestDueSeconds ?? 0) > LATE_AFTER_SECONDS ? 'late' : 'up';
  } catch {
    return 'down';
  }
}

async function isOutboxOverdue(): Promise<boolean> {
  const [row] = await query<{ overdue: boolean }>(
    'is_outbox_overdue',
    'select exists (select from outbox where created_at < now() - make_interval(secs => $1::int)) as overdue',
    [LATE_AFTER_SECONDS],
  );
  return row?.overdue === true;
}
