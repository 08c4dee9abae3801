import { errorBody } from '../model';
import type { RunState } from './run-state';

const MAX_STEPS = 1_000;
const MAX_OUTPUT_BYTES = 4 * 1024 * 1024;
const MAX_STATE_BYTES = 32 * 1024 * 1024;

/** Fails the run if a step's value, or all it has stored, is more than a run may hold. */
export function keepWithinLimits(run: RunState, addedBytes: number): void {
  if (addedBytes > MAX_OUTPUT_BYTES) fail(run, 'The output of a step is too large: it is more than 4 MB.');
  else if (run.stateBytes > MAX_STATE_BYTES)
    fail(run, 'The state of the run is too large: it is more than 32 MB.');
  else if (run.stepCount + run.ops.size > MAX_STEPS) fail(run, `The run has more than ${MAX_STEPS} steps.`);
}

/** Ends the run with what its function returned, or as failed if that is too much to keep. */
export function complete(run: RunState, output: string): void {
  if (Buffer.byteLength(output) <= MAX_OUTPUT_BYTES) run.end ??= { status: 'completed', output };
  else fail(run, 'The output of the function is too large: it is more than 4 MB.');
}

/** Ends the run as failed, unless it has ended. */
export function fail(run: RunState, message: string): void {
  run.end ??= { status: 'failed', output: JSON.stringify(errorBody(message)) };
}
