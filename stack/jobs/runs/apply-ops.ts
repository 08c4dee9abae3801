import type { Op } from '../model';
import { plainText } from '../plain-text';
import { readError } from '../queue/read-answer';
import type { Registry } from '../sync/registry';
import type { Changes } from './changes';
import { complete, fail, keepWithinLimits } from './limits';
import type { OpenOp, RunState } from './run-state';
import { settle } from './settle';
import { nameOf, startOp } from './start-op';

/** The SDK's id for the function itself: sha1 of "complete". */
const FUNCTION_ID = '0737c22d3bfae812339732d14d8c7dbd6dc4e09c';
const KINDS: Readonly<Record<string, OpenOp['kind']>> = {
  StepPlanned: 'step',
  Sleep: 'sleep',
  WaitForEvent: 'wait',
  InvokeFunction: 'invoke',
};
const RESULTS = new Set(['StepRun', 'Step', 'StepError', 'StepFailed']);

/** Applies what the SDK reported to the run: results are stored, plans become jobs, pauses and events. */
export function applyOps(changes: Changes, run: RunState, ops: readonly Op[], registry: Registry): void {
  const news = ops.filter(({ id, op }) => !run.memoized.has(id) || op === 'RunComplete');
  // All is known: what the SDK saw was old, so it is asked again.
  if (news.length === 0) run.discover = true;
  const planned = news.filter(({ op }) => op in KINDS);
  const together =
    run.requestVersion !== 1 && planned.length > 1 && planned.some(({ op }) => op === 'StepPlanned');
  const opened = planned.filter((op) => open(changes, run, op, together));
  for (const op of opened) startOp(changes, run, op, registry);
  for (const op of news) {
    if (run.end) return;
    if (op.op in KINDS) continue;
    if (op.op === 'RunComplete') complete(run, JSON.stringify(op.data ?? null));
    else if (op.op === 'DiscoveryRequest') run.discover = true;
    else if (RESULTS.has(op.op)) finishStep(changes, run, op);
    else
      fail(
        run,
        `The step operation "${op.op}" (${op.displayName ?? op.name ?? op.id}) is not supported by this engine.`,
      );
  }
  if (!run.end) keepWithinLimits(run, 0);
}

function finishStep(changes: Changes, run: RunState, op: Op): void {
  const failed = op.op === 'StepError' || op.op === 'StepFailed';
  const value = failed
    ? `{"error":${JSON.stringify(readError(op.error))}}`
    : `{"data":${JSON.stringify(op.data ?? null)}}`;
  if (failed && op.id === FUNCTION_ID)
    run.end = { status: 'failed', output: JSON.stringify(readError(op.error)) };
  else settle(changes, run, { id: op.id, name: nameOf(op), op: op.op, value });
}

/** Notes an outstanding operation; false if it is outstanding already, as every unsettled one is reported each time. */
function open(changes: Changes, run: RunState, op: Op, together: boolean): boolean {
  const race = op.opts?.parallelMode === 'race';
  const blocking = together && !race;
  const known = run.ops.get(op.id);
  if (known) {
    if (blocking && !known.blocking) {
      known.blocking = true;
      changes.blockingOps.push({ run_id: run.id, id: op.id });
    }
    return false;
  }
  const kind = KINDS[op.op] ?? 'step';
  run.ops.set(op.id, { kind, name: nameOf(op), race, blocking });
  changes.newOps.push({
    run_id: run.id,
    id: op.id,
    kind,
    name: nameOf(op),
    race,
    blocking,
    detail: detailOf(op),
  });
  return true;
}

function detailOf(op: Op): string | null {
  if (op.op === 'WaitForEvent') return plainText(op.name ?? '');
  return op.op === 'InvokeFunction' ? plainText(String(op.opts?.function_id)) : null;
}
