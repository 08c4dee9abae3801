import { errorBody } from '../model';
import type { Changes } from './changes';
import type { RunState } from './run-state';
import { settle } from './settle';
import type { Timer } from './transition';

const NOTHING = '{"data":null}';
const TIMED_OUT = JSON.stringify({ error: errorBody('Timed out waiting for invoked function to complete') });
const OPS = { sleep: 'Sleep', wait: 'WaitForEvent', invoke: 'InvokeFunction', step: 'StepRun' } as const;

/** Applies a timer that is due. Event and timeout race for the memo: who comes second finds the operation settled. */
export function applyTimer(changes: Changes, run: RunState, timer: Timer): void {
  if (timer.kind === 'cancel') {
    cancel(changes, run, timer);
    return;
  }
  changes.doneJobIds.push(timer.jobId);
  const open = timer.stepId === null ? undefined : run.ops.get(timer.stepId);
  if (timer.stepId === null || !open || run.end) return;
  settle(changes, run, {
    id: timer.stepId,
    name: open.name,
    op: OPS[open.kind],
    value: memoOf(timer, open.kind),
  });
}

function memoOf(timer: Timer, kind: keyof typeof OPS): string {
  if (timer.kind === 'resume' && timer.payload !== null) return timer.payload;
  return timer.kind === 'timeout' && kind === 'invoke' ? TIMED_OUT : NOTHING;
}

function cancel(changes: Changes, run: RunState, timer: Timer): void {
  const timeout =
    timer.payload === null ? null : (JSON.parse(timer.payload) as { timeout: string; ms: number });
  // `finish` counts from the run's first call, which may have been long after its creation.
  const remainingMs = timeout?.timeout === 'finish' ? timeout.ms - (run.runningMs ?? 0) : 0;
  if (remainingMs > 0) {
    changes.retries.push({ id: timer.jobId, delay_ms: Math.ceil(remainingMs) });
    return;
  }
  changes.doneJobIds.push(timer.jobId);
  // `start` does not concern a run that has started.
  if (timeout?.timeout === 'start' && run.runningMs !== null) return;
  run.end ??= {
    status: 'cancelled',
    output: JSON.stringify(errorBody('function cancelled', 'CancelledError')),
  };
}
