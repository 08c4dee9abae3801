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

/** A job that is locked, and whether its run wants to be asked again. */
export interface LockedJob {
  id: string;
  token: string | null;
  rerun: boolean;
}

interface RunRow {
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
  state_bytes: number;
  running_ms: number | null;
}

interface Locked {
  runs: RunRow[] | null;
  jobs: LockedJob[] | null;
  ops: (OpenOp & { run_id: string; id: string })[] | null;
  memos: { run_id: string; id: string }[] | null;
}

/**
 * Locks runs and jobs, and reads what answers are judged by: outstanding operations, and which of the steps that the
 * answers name are stored already. Every change of a run happens under this lock.
 */
export async function lockRuns(
  tx: Queryable,
  runIds: readonly string[],
  jobIds: readonly string[],
  stepIds: readonly string[],
): Promise<{ runs: Map<string, RunState>; jobs: Map<string, LockedJob> }> {
  const [row] = await tx.query<{ locked: Locked }>('select jobs.lock_runs($1, $2, $3) as locked', [
    runIds,
    jobIds,
    stepIds,
  ]);
  const locked = row?.locked;
  const runs = new Map((locked?.runs ?? []).map((run) => [run.id, stateOf(run)]));
  for (const { run_id, id, ...op } of locked?.ops ?? []) runs.get(run_id)?.ops.set(id, op);
  for (const { run_id, id } of locked?.memos ?? []) runs.get(run_id)?.memoized.add(id);
  return { runs, jobs: new Map((locked?.jobs ?? []).map((job) => [job.id, job])) };
}

function stateOf(row: RunRow): RunState {
  return {
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
    stateBytes: row.state_bytes,
    discover: false,
    end: null,
  };
}
