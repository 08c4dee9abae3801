import { compileExpression } from '../cel/expression';
import { parseDelay } from '../duration';
import { type EventBody, INVOKED, internalEvent } from '../intake/event';
import { matchOf } from '../intake/pauses';
import { errorBody, type Op } from '../model';
import { plainText } from '../plain-text';
import type { Registry } from '../sync/registry';
import type { Changes } from './changes';
import { fail } from './limits';
import type { RunState } from './run-state';
import { settle } from './settle';

type Delay = { delayMs: number } | { at: Date };

const MAX_WAIT_MS = 366 * 86_400_000;
const DEFAULT_TIMEOUT = '365d';

/** Sets going what a newly reported operation stands for: a call, a timer, a wait, a run of another function. */
export function startOp(changes: Changes, run: RunState, op: Op, registry: Registry): void {
  if (op.op === 'StepPlanned') {
    addJob(changes, run, op, 'step', { delayMs: 0 });
  } else if (op.op === 'Sleep') {
    const delay = parseDelay(op.name ?? '');
    if (delay) addJob(changes, run, op, 'sleep', delay);
    else
      fail(run, `The step "${nameOf(op)}" sleeps for "${op.name}", which is neither a duration nor a date.`);
  } else {
    const delay = timeoutOf(op);
    if (!delay) fail(run, `The step "${nameOf(op)}" has a timeout that is neither a duration nor a date.`);
    else if (op.op === 'WaitForEvent') waitForEvent(changes, run, op, delay);
    else invoke(changes, run, op, delay, registry);
  }
}

/** What to call an operation. */
export function nameOf(op: Op): string {
  return plainText(op.displayName ?? op.name ?? op.id);
}

function timeoutOf(op: Op): Delay | null {
  const given = op.opts?.timeout;
  const delay = parseDelay(typeof given === 'string' && given !== '' ? given : DEFAULT_TIMEOUT);
  return delay && 'delayMs' in delay ? { delayMs: Math.min(delay.delayMs, MAX_WAIT_MS) } : delay;
}

function waitForEvent(changes: Changes, run: RunState, op: Op, delay: Delay): void {
  const expression = typeof op.opts?.if === 'string' ? op.opts.if : undefined;
  const [trigger] = JSON.parse(run.events) as EventBody[];
  try {
    if (expression !== undefined) compileExpression(expression);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    fail(run, `The step "${nameOf(op)}" waits with an expression that is not understood: ${why}`);
    return;
  }
  changes.pauses.push({
    run_id: run.id,
    step_id: op.id,
    kind: 'wait',
    event: plainText(op.name ?? ''),
    expression: expression ?? null,
    timeout_ms: null,
    ...(trigger ? matchOf(expression, trigger) : { match_path: null, match_value: null }),
  });
  addJob(changes, run, op, 'timeout', delay);
}

function invoke(changes: Changes, run: RunState, op: Op, delay: Delay, registry: Registry): void {
  const fnId = String(op.opts?.function_id);
  if (!registry.get(fnId)?.active) {
    const value = JSON.stringify({ error: errorBody(`Could not find the function "${fnId}" to invoke.`) });
    settle(changes, run, { id: op.id, name: nameOf(op), op: op.op, value });
    return;
  }
  const payload = (op.opts?.payload ?? {}) as {
    data?: Record<string, unknown>;
    user?: Record<string, unknown>;
  };
  const event = internalEvent(
    `invoke:${run.id}:${op.id}`,
    INVOKED,
    { ...payload.data, _inngest: { fn_id: fnId, correlation_id: `${run.id}.${op.id}` } },
    payload.user ? { user: payload.user } : {},
  );
  changes.events.push({ ...event, invoke: { fnId, parentRunId: run.id, parentStepId: op.id } });
  addJob(changes, run, op, 'timeout', delay);
}

function addJob(
  changes: Changes,
  run: RunState,
  op: Op,
  kind: 'step' | 'sleep' | 'timeout',
  delay: Delay,
): void {
  changes.jobs.push({
    key: `${run.id}:${kind}:${op.id}`,
    fn_id: run.fnId,
    run_id: run.id,
    kind,
    step_id: op.id,
    delay_ms: 'delayMs' in delay ? delay.delayMs : null,
    at: 'at' in delay ? delay.at.toISOString() : null,
    // Only calls count towards limits of concurrency.
    concurrency_keys: kind === 'step' ? run.concurrencyKeys : [],
  });
}
