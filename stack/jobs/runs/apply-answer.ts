import type { Backoff } from '../backoff';
import { plainText } from '../plain-text';
import type { Registry } from '../sync/registry';
import { applyOps } from './apply-ops';
import type { Changes } from './changes';
import { complete } from './limits';
import type { RunState } from './run-state';
import type { Transition } from './transition';

/** How much of an error the timeline keeps; the memo has all of it. */
const MAX_ERROR = 2_000;

/** Applies what came of a call. The job's lease has been checked. */
export function applyAnswer(
  changes: Changes,
  run: RunState,
  transition: Extract<Transition, { type: 'answer' }>,
  registry: Registry,
  backoff: Backoff,
): void {
  const { call, answer } = transition;
  if (transition.requestVersion !== undefined) run.requestVersion = transition.requestVersion;
  const attemptsLeft = call.attempt + 1 < call.maxAttempts;
  const error = errorOf(answer);
  changes.attempts.push({
    run_id: run.id,
    step_id: call.stepId,
    attempt: call.attempt,
    ms: transition.ms,
    outcome: error === null ? 'ok' : 'failed',
    error: error === null ? null : plainText(error.slice(0, MAX_ERROR)),
  });
  if (attemptsLeft && mayTryAgain(answer)) {
    // The same job: what it has stored, and its place, stay.
    const delayMs = ('retryAfterMs' in answer ? answer.retryAfterMs : null) ?? backoff(call.attempt);
    changes.retries.push({ id: call.jobId, delay_ms: Math.round(delayMs) });
    return;
  }
  if (call.kind === 'discover') changes.doneDiscoveries.push({ run_id: run.id, id: call.jobId });
  else changes.doneJobIds.push(call.jobId);
  if (answer.kind === 'failed') run.end = { status: 'failed', output: JSON.stringify(answer.error) };
  else if (answer.kind === 'done') complete(run, answer.output);
  else applyOps(changes, run, answer.ops, registry);
}

function mayTryAgain(answer: Extract<Transition, { type: 'answer' }>['answer']): boolean {
  if (answer.kind === 'failed') return answer.retriable;
  return answer.kind === 'ops' && !answer.noRetry && answer.ops.some(({ op }) => op === 'StepError');
}

function errorOf(answer: Extract<Transition, { type: 'answer' }>['answer']): string | null {
  if (answer.kind === 'done') return null;
  if (answer.kind === 'failed') return answer.error.message;
  const failed = answer.ops.find(({ op }) => op === 'StepError' || op === 'StepFailed');
  if (!failed) return null;
  const error = failed.error as { message?: unknown } | undefined;
  return String(error?.message ?? 'The step failed.');
}
