import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';
import { violates } from '@/lib/kernel/faults';
import { type ReportId, toUuid } from '@/lib/kernel/ids';
import type { Fence } from '@/lib/platform/fence';
import { type Lock, withLock } from '@/lib/platform/lock';
import { areBooksClosed } from './internal/books-closed';
import { type Run, readRun } from './internal/run';
import { PACE, type Pace, takeStep } from './internal/take-step';

const LOCK_TTL_MS = 10_000;

/** `more`: call again at once; `wait`: somebody else builds it, or it is too early: call again in a while; `ended`: done, failed or gone. */
export type Built = 'more' | 'wait' | 'ended';

/**
 * Builds a report for about `budgetMs`: from the step after the last one that was committed, as many as fit. It may be killed
 * anywhere and called anywhere, any number of times, also at once: a lock lets one work, and Postgres lets one commit, who must be
 * the last that had the lock and must go on from the step that is next. A report that had failed goes on where it stopped.
 */
export async function buildReport(
  id: ReportId,
  { budgetMs, pace = PACE }: { readonly budgetMs: number; readonly pace?: Pace },
): Promise<Built> {
  const outcome = await withLock(`report:${id}`, { ttlMs: LOCK_TTL_MS, waitMs: 500 }, (lock) =>
    build(id, lock, pace, performance.now() + budgetMs),
  );
  return outcome.ok ? outcome.value : 'wait';
}

async function build(id: ReportId, { fence, signal }: Lock, pace: Pace, deadline: number): Promise<Built> {
  let run = await readRun(id);
  if (run?.state === null && !(await areBooksClosed(run.scope))) return 'wait';
  do {
    if (run === null || run.status === 'done') return 'ended';
    signal.throwIfAborted();
    const next = await advance(run, fence, pace);
    if (next === 'overtaken') return 'wait';
    if (next.status === 'failed') return 'ended';
    run = next;
  } while (performance.now() < deadline);
  return run.status === 'done' ? 'ended' : 'more';
}

/** Takes a step and commits it with all that it made. */
async function advance(run: Run, fence: Fence, pace: Pace): Promise<Run | 'overtaken'> {
  const { statements, ...next } = await takeStep(run, pace);
  const advance = { ...next, id: toUuid(run.id), step: run.step, fence };
  try {
    await atomically([sql`select advance_report(${JSON.stringify(advance)}::jsonb)`, ...statements]);
  } catch (error) {
    if (violates(error, 'reports_step_check')) return 'overtaken';
    throw error;
  }
  return { ...run, ...next, step: run.step + 1 };
}
