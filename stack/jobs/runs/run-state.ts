import type { Queryable } from '../database';

export interface OpenOp {
  kind: 'step' | 'sleep' | 'wait' | 'invoke';
  name: string;
  race: boolean;
  blocking: boolean;
}

/** A run while answers are applied to it: what is stored, and what has changed. */
export interface RunState {
  readonly id: string;
  readonly fnId: string;
  readonly events: string;
  readonly quiet: boolean;
  readonly maxAttempts: number;
  /** Since it was first called; null if it was not. */
  readonly runningMs: number | null;
  readonly concurrencyKeys: readonly string[];
  readonly parent: { runId: string; stepId: string } | null;
  readonly ops: Map<string, OpenOp>;
  readonly memoized: Set<string>;
  status: string;
  requestVersion: number;
  stepCount: number;
  stateBytes: number;
  /** The run must be asked what comes next. */
  discover: boolean;
  /** Set when it ends. */
  end: { status: 'completed' | 'failed' | 'cancelled'; output: string } | null;
}

/**
 * Locks the runs, in one order, and reads what answers are judged by: outstanding operations, and which of the steps
 * that the answers name are stored already. Every change of a run happens under this lock.
 */
export async function lockRuns(
  tx: Queryable,
  runIds: readonly string[],
  stepIds: readonly string[],
): Promise<Map<string, RunState>> {
  const rows = await tx.query<{
    id: string;
    fn_id: string;
    events: string;
    quiet: boolean;
    max_attempts: number;
    concurrency_keys: string[];
    parent_run_id: string | null;
    parent_step_id: string | null;
    status: string;
    request_version: number;
    step_count: number;
    state_bytes: string;
    running_ms: number | null;
  }>(
    `select id, fn_id, events, quiet, max_attempts, concurrency_keys, parent_run_id, parent_step_id, status,
       request_version, step_count, state_bytes,
       (extract(epoch from now() - started_at) * 1000)::float8 as running_ms
     from jobs.run where id = any ($1) and ended_at is null order by id for no key update`,
    [runIds],
  );
  const states = new Map(
    rows.map((row): [string, RunState] => [
      row.id,
      {
        id: row.id,
        fnId: row.fn_id,
        events: row.events,
        quiet: row.quiet,
        maxAttempts: row.max_attempts,
        runningMs: row.running_ms,
        concurrencyKeys: row.concurrency_keys,
        parent:
          row.parent_run_id === null || row.parent_step_id === null
            ? null
            : { runId: row.parent_run_id, stepId: row.parent_step_id },
        ops: new Map(),
        memoized: new Set(),
        status: row.status,
        requestVersion: row.request_version,
        stepCount: row.step_count,
        stateBytes: Number(row.state_bytes),
        discover: false,
        end: null,
      },
    ]),
  );
  const ids = [...states.keys()];
  if (ids.length === 0) return states;
  const ops = await tx.query<OpenOp & { run_id: string; id: string }>(
    'select run_id, id, kind, name, race, blocking from jobs.op where run_id = any ($1)',
    [ids],
  );
  for (const { run_id, id, ...op } of ops) states.get(run_id)?.ops.set(id, op);
  if (stepIds.length === 0) return states;
  const memos = await tx.query<{ run_id: string; id: string }>(
    'select run_id, id from jobs.step where run_id = any ($1) and id = any ($2)',
    [ids, stepIds],
  );
  for (const memo of memos) states.get(memo.run_id)?.memoized.add(memo.id);
  return states;
}
