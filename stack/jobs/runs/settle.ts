import type { Changes } from './changes';
import { keepWithinLimits } from './limits';
import type { RunState } from './run-state';

/** Stores the result of an operation once, and decides whether the run is to be asked what comes next. */
export function settle(
  changes: Changes,
  run: RunState,
  step: { id: string; name: string; op: string; value: string },
): void {
  if (run.memoized.has(step.id)) {
    run.discover = true;
    return;
  }
  run.memoized.add(step.id);
  run.stepCount += 1;
  const bytes = Buffer.byteLength(step.value);
  run.stateBytes += bytes;
  const open = run.ops.get(step.id);
  changes.memos.push({ run_id: run.id, ...step, name: step.name || (open?.name ?? '') });
  if (open) {
    run.ops.delete(step.id);
    changes.settledOps.push({ run_id: run.id, id: step.id });
    changes.droppedJobKeys.push(`${run.id}:timeout:${step.id}`, `${run.id}:resume:${step.id}`);
  }
  // Of parallel steps that are waited for together the last one asks; others ask each for itself.
  const waits = open?.blocking === true && [...run.ops.values()].some(({ blocking }) => blocking);
  if (!waits) run.discover = true;
  keepWithinLimits(run, bytes);
}
