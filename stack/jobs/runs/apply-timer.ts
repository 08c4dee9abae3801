import { errorBody } from '../model';
import type { Changes } from './changes';
import type { RunState } from './run-state';
import { settle } from './settle';
import type { Timer } from './transition';

const NOTHING = '{"data":null}';
const TIMED_OUT = JSON.stringify({ error: errorBody('Timed out waiting for invoked function to complete') });

/** Applies a timer that is due. Event and timeout race for the memo: who comes second finds the operation settled. */
export function applyTimer(changes: Changes, run: RunState, timer: Timer): void {
  if (timer.kind === 'cancel') {
    // `timeouts.start` does not concern a run that has started.
    if (timer.payload === 'start' && run.status !== 'queued') return;
    run.end ??= {
      status: 'cancelled',
      output: JSON.stringify(errorBody('function cancelled', 'CancelledError')),
    };
    return;
  }
  const open = timer.stepId === null ? undefined : run.ops.get(timer.stepId);
  if (timer.stepId === null || !open || run.end) return;
  const value =
    timer.kind === 'resume' && timer.payload !== null
      ? timer.payload
      : timer.kind === 'timeout' && open.kind === 'invoke'
        ? TIMED_OUT
        : NOTHING;
  const ops = { sleep: 'Sleep', wait: 'WaitForEvent', invoke: 'InvokeFunction', step: 'StepRun' };
  settle(changes, run, { id: timer.stepId, name: open.name, op: ops[open.kind], value });
}
