import type { Queryable } from '../database';
import { newId } from '../new-id';
import type { Admitted } from './apply-limits';
import { addPauses, matchOf } from './pauses';
import { concurrencyKeys, headStartSeconds, keyOf } from './run-keys';

export interface CreatedRun {
  id: string;
  fnId: string;
  eventIid: string;
}

/** News of ends: runs that they start end in silence, or there would be no end. */
const QUIET = new Set(['inngest/function.failed', 'inngest/function.finished']);

/** Writes runs with their first job and what may cancel them: one statement for each table. */
export async function createRuns(tx: Queryable, admitted: readonly Admitted[]): Promise<CreatedRun[]> {
  if (admitted.length === 0) return [];
  const runs = admitted.map(({ fn, event, startAtMs }) => ({
    id: newId(),
    fn_id: fn.id,
    event_iid: event.iid,
    events: event.eventsText ?? `[${event.text}]`,
    quiet: QUIET.has(event.body.name),
    max_attempts: fn.maxAttempts,
    concurrency_keys: concurrencyKeys(fn, event.body),
    singleton_key: fn.singleton ? keyOf(fn.singleton.key, event.body) : null,
    parent_run_id: event.invoke?.parentRunId ?? null,
    parent_step_id: event.invoke?.parentStepId ?? null,
    start_at_ms: startAtMs,
    head_start: startAtMs === null ? headStartSeconds(fn, event.body) : 0,
  }));
  const given = JSON.stringify(runs);
  await tx.query(
    `with given as materialized (
       select given.*, coalesce(to_timestamp(start_at_ms / 1000), now()) as start_at
       from json_to_recordset($1::json) given (
         id text, fn_id text, event_iid text, events text, quiet boolean, max_attempts integer,
         concurrency_keys text[], singleton_key text, parent_run_id text, parent_step_id text,
         start_at_ms float8, head_start float8)
     ), new_runs as (
       insert into jobs.run (id, fn_id, event_iid, events, quiet, max_attempts, concurrency_keys, singleton_key,
         parent_run_id, parent_step_id, order_at, state_bytes)
       select id, fn_id, event_iid, events, quiet, max_attempts, concurrency_keys, singleton_key, parent_run_id,
         parent_step_id, start_at - make_interval(secs => head_start), octet_length(events)
       from given
     )
     insert into jobs.job (key, fn_id, run_id, kind, run_at, place, concurrency_keys)
     select id || ':discover', fn_id, id, 'discover', start_at, start_at - make_interval(secs => head_start),
       concurrency_keys
     from given`,
    [given],
  );
  await addCancelPauses(
    tx,
    admitted,
    runs.map(({ id }) => id),
  );
  await addTimeouts(
    tx,
    admitted,
    runs.map(({ id }) => id),
  );
  return runs.map(({ id, fn_id, event_iid }) => ({ id, fnId: fn_id, eventIid: event_iid }));
}

async function addCancelPauses(
  tx: Queryable,
  admitted: readonly Admitted[],
  runIds: readonly string[],
): Promise<void> {
  const pauses = admitted.flatMap(({ fn, event }, index) =>
    fn.cancelOn.map((cancel, position) => ({
      run_id: runIds[index],
      step_id: String(position),
      kind: 'cancel' as const,
      event: cancel.event,
      expression: cancel.if ?? null,
      timeout_ms: cancel.timeoutMs ?? null,
      ...matchOf(cancel.if, event.body),
    })),
  );
  await addPauses(tx, pauses);
}

/** `timeouts` of a function: a run that has not started, or not ended, by then is cancelled. */
async function addTimeouts(
  tx: Queryable,
  admitted: readonly Admitted[],
  runIds: readonly string[],
): Promise<void> {
  const timeouts = admitted.flatMap(({ fn }, index) =>
    [
      { kind: 'start', ms: fn.timeouts?.startMs },
      { kind: 'finish', ms: fn.timeouts?.finishMs },
    ].flatMap(({ kind, ms }) =>
      ms === undefined
        ? []
        : [{ run_id: runIds[index], fn_id: fn.id, key: `${runIds[index]}:${kind}-timeout`, kind, ms }],
    ),
  );
  if (timeouts.length === 0) return;
  await tx.query(
    `insert into jobs.job (key, fn_id, run_id, kind, run_at, payload)
     select key, fn_id, run_id, 'cancel', now() + make_interval(secs => ms / 1000.0),
       json_build_object('timeout', kind, 'ms', ms)
     from json_to_recordset($1::json) given (key text, fn_id text, run_id text, kind text, ms float8)`,
    [JSON.stringify(timeouts)],
  );
}
