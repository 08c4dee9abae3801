import type { Backoff } from '../backoff';
import type { Database, Queryable } from '../database';
import { takeEvents } from '../intake/take-events';
import type { Registry } from '../sync/registry';
import { applyAnswer } from './apply-answer';
import { applyTimer } from './apply-timer';
import { type Changes, noChanges } from './changes';
import { endEvents } from './end-events';
import { fail } from './limits';
import { lockRuns, type RunState } from './run-state';
import { runIdOf, type Transition } from './transition';
import { writeChanges } from './write-changes';

export interface Applied {
  /** The job was somebody else's by now, or the run had ended: the answer was dropped. */
  fenced: boolean;
}

export interface ApplyContext {
  registry: Registry;
  backoff: Backoff;
}

/**
 * Applies a lot of answers and timers in one transaction: locks the runs, checks that each job is still this engine's,
 * works out what changes, writes it, and tells the world of runs that ended.
 */
export async function applyTransitions(
  db: Database,
  transitions: readonly Transition[],
  context: ApplyContext,
): Promise<{ applied: Applied[]; changes: Changes }> {
  return await db.inTransaction(async (tx) => {
    const { runs, jobs } = await lockRuns(
      tx,
      [...new Set(transitions.map(runIdOf))],
      transitions.map(jobIdOf),
      transitions.flatMap(stepIdsOf),
    );
    const changes = noChanges();
    const applied = transitions.map((transition): Applied => {
      const run = runs.get(runIdOf(transition));
      const job = jobs.get(jobIdOf(transition));
      const token = transition.type === 'answer' ? transition.call.token : null;
      if (!run || run.end || !job || (token !== null && job.token !== token)) return { fenced: true };
      if (run.status === 'queued' && transition.type === 'answer') run.status = 'running';
      if (transition.type === 'lost') {
        fail(run, `The call was lost ${transition.lost} times: whatever runs it dies with it.`);
        return { fenced: false };
      }
      if (transition.type === 'timer') {
        applyTimer(changes, run, transition.timer);
        return { fenced: false };
      }
      applyAnswer(changes, run, transition, context.registry, context.backoff);
      // Something settled while the SDK was asked: it is asked once more.
      if (job.rerun) run.discover = true;
      return { fenced: false };
    });
    await finish(tx, changes, [...runs.values()], context.registry);
    return { applied, changes };
  });
}

async function finish(
  tx: Queryable,
  changes: Changes,
  runs: readonly RunState[],
  registry: Registry,
): Promise<void> {
  if (runs.length === 0) return;
  await writeChanges(tx, changes, runs);
  const invocations = changes.events;
  const events = [...runs.flatMap(endEvents), ...invocations];
  const { runs: created } = await takeEvents(tx, registry, events);
  const started = new Set(created.map(({ eventIid }) => eventIid));
  const refused = invocations.filter(({ iid }) => !started.has(iid));
  if (refused.length > 0)
    await refuseInvocations(
      tx,
      refused.map(({ invoke }) => invoke),
    );
}

/** What was invoked but may not run (a rate limit, an idempotency key) is an error of the step that waits for it. */
async function refuseInvocations(
  tx: Queryable,
  invocations: readonly ({ fnId: string; parentRunId?: string; parentStepId?: string } | undefined)[],
): Promise<void> {
  const rows = invocations.flatMap((invocation) =>
    invocation?.parentRunId === undefined
      ? []
      : [
          {
            run_id: invocation.parentRunId,
            step_id: invocation.parentStepId,
            payload: JSON.stringify({
              error: {
                name: 'Error',
                message: `The function "${invocation.fnId}" was not started: its limits refuse it.`,
                stack: '',
              },
            }),
          },
        ],
  );
  await tx.query(
    `insert into jobs.job (key, fn_id, run_id, kind, step_id, payload, run_at)
     select given.run_id || ':resume:' || step_id, run.fn_id, given.run_id, 'resume', step_id, payload, now()
     from json_to_recordset($1::json) given (run_id text, step_id text, payload text)
     join jobs.run on run.id = given.run_id
     on conflict (key) do nothing`,
    [JSON.stringify(rows)],
  );
}

function jobIdOf(transition: Transition): string {
  if (transition.type === 'answer') return transition.call.jobId;
  return transition.type === 'timer' ? transition.timer.jobId : transition.jobId;
}

function stepIdsOf(transition: Transition): string[] {
  if (transition.type === 'timer') return transition.timer.stepId === null ? [] : [transition.timer.stepId];
  if (transition.type === 'answer' && transition.answer.kind === 'ops')
    return transition.answer.ops.map(({ id }) => id);
  return [];
}
