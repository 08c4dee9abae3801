import type { Database } from '../database';
import type { Timer } from '../runs/transition';

/** Timers that are due, oldest first. */
export async function dueTimers(db: Database, limit: number): Promise<Timer[]> {
  const rows = await db.query<{
    id: string;
    run_id: string;
    kind: Timer['kind'];
    step_id: string | null;
    payload: string | null;
  }>(
    `select id, run_id, kind, step_id, payload from jobs.job
     where kind not in ('discover', 'step') and run_at <= now() order by run_at limit $1`,
    [limit],
  );
  return rows.map((row) => ({
    jobId: row.id,
    runId: row.run_id,
    kind: row.kind,
    stepId: row.step_id,
    payload: row.payload,
  }));
}
