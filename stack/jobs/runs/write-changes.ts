import type { Queryable } from '../database';
import { addPauses } from '../intake/pauses';
import type { Changes } from './changes';
import type { RunState } from './run-state';

/** Writes what has been gathered, one statement for each table; runs that have ended lose all that was to come. */
export async function writeChanges(
  tx: Queryable,
  changes: Changes,
  runs: readonly RunState[],
): Promise<void> {
  const ended = runs.filter(({ end }) => end);
  const living = new Set(runs.filter(({ end }) => !end).map(({ id }) => id));
  const lives = ({ run_id }: { run_id: string | undefined }) => run_id !== undefined && living.has(run_id);
  const json = (rows: readonly unknown[]) => [JSON.stringify(rows)];

  if (changes.memos.length > 0) {
    await tx.query(
      `insert into jobs.step (run_id, id, name, op, value)
       select run_id, id, name, op, value
       from json_to_recordset($1::json) given (run_id text, id text, name text, op text, value text)
       on conflict do nothing`,
      json(changes.memos),
    );
  }
  if (changes.attempts.length > 0) {
    await tx.query(
      `insert into jobs.attempt (run_id, step_id, attempt, ms, outcome, error)
       select run_id, step_id, attempt, ms, outcome, error from json_to_recordset($1::json)
         given (run_id text, step_id text, attempt integer, ms integer, outcome text, error text)`,
      json(
        changes.attempts.map((row) => ({
          ...row,
          error: row.error?.replaceAll('\u0000', '').slice(0, 2_000) ?? null,
        })),
      ),
    );
  }
  await writeOps(tx, changes, lives);
  await writeRetries(tx, changes.retries);
  if (changes.doneJobIds.length + changes.droppedJobKeys.length + ended.length > 0) {
    await tx.query(
      'delete from jobs.job where id = any ($1::bigint[]) or key = any ($2::text[]) or run_id = any ($3::text[])',
      [changes.doneJobIds, changes.droppedJobKeys, ended.map(({ id }) => id)],
    );
  }
  await addJobs(tx, changes, lives);
  await addDiscoveries(tx, runs);
  await addPauses(tx, changes.pauses.filter(lives));
  await writeRuns(tx, runs, ended);
}

async function writeOps(
  tx: Queryable,
  changes: Changes,
  lives: (row: { run_id: string }) => boolean,
): Promise<void> {
  const settled = new Set(changes.settledOps.map(({ run_id, id }) => run_id + id));
  const added = changes.newOps.filter((op) => lives(op) && !settled.has(op.run_id + op.id));
  if (added.length > 0) {
    await tx.query(
      `insert into jobs.op (run_id, id, kind, name, race, blocking, detail)
       select run_id, id, kind, name, race, blocking, detail from json_to_recordset($1::json)
         given (run_id text, id text, kind text, name text, race boolean, blocking boolean, detail text)
       on conflict do nothing`,
      [JSON.stringify(added)],
    );
  }
  if (changes.blockingOps.length > 0) {
    await tx.query(
      `update jobs.op set blocking = true
       from unnest($1::text[], $2::text[]) given (run_id, id) where op.run_id = given.run_id and op.id = given.id`,
      [changes.blockingOps.map(({ run_id }) => run_id), changes.blockingOps.map(({ id }) => id)],
    );
  }
  if (changes.settledOps.length === 0) return;
  await tx.query(
    `with settled as (
       delete from jobs.op using unnest($1::text[], $2::text[]) given (run_id, id)
       where op.run_id = given.run_id and op.id = given.id)
     delete from jobs.pause using unnest($1::text[], $2::text[]) given (run_id, id)
     where pause.run_id = given.run_id and pause.step_id = given.id and pause.kind = 'wait'`,
    [changes.settledOps.map(({ run_id }) => run_id), changes.settledOps.map(({ id }) => id)],
  );
}

async function writeRetries(tx: Queryable, retries: Changes['retries']): Promise<void> {
  if (retries.length === 0) return;
  await tx.query(
    `update jobs.job set token = null, lease_until = null, attempt = attempt + 1,
       run_at = now() + make_interval(secs => given.delay_ms / 1000.0),
       place = now() + make_interval(secs => given.delay_ms / 1000.0)
     from unnest($1::bigint[], $2::float8[]) given (id, delay_ms) where job.id = given.id`,
    [retries.map(({ id }) => id), retries.map(({ delay_ms }) => delay_ms)],
  );
}

async function addJobs(
  tx: Queryable,
  changes: Changes,
  lives: (row: { run_id: string }) => boolean,
): Promise<void> {
  const jobs = changes.jobs.filter(lives);
  if (jobs.length === 0) return;
  await tx.query(
    `insert into jobs.job (key, fn_id, run_id, kind, step_id, payload, place, run_at, concurrency_keys)
     select key, given.fn_id, run_id, kind, step_id, payload,
       run.order_at,
       coalesce(at, now() + make_interval(secs => delay_ms / 1000.0)),
       array(select json_array_elements_text(given.concurrency_keys))
     from json_to_recordset($1::json) given (key text, fn_id text, run_id text, kind text, step_id text, payload text,
       at timestamptz, delay_ms float8, concurrency_keys json)
     join jobs.run on run.id = given.run_id
     on conflict (key) do nothing`,
    [JSON.stringify(jobs)],
  );
}

/** One discovery a run: one that runs is told to run again, one that waits its turn is there already. */
async function addDiscoveries(tx: Queryable, runs: readonly RunState[]): Promise<void> {
  const ids = runs.filter(({ discover, end }) => discover && !end).map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.query(
    `insert into jobs.job (key, fn_id, run_id, kind, place, concurrency_keys)
     select id || ':discover', fn_id, id, 'discover', order_at, concurrency_keys
     from jobs.run where id = any ($1)
     on conflict (key) do update set rerun = job.rerun or job.token is not null`,
    [ids],
  );
}

async function writeRuns(
  tx: Queryable,
  runs: readonly RunState[],
  ended: readonly RunState[],
): Promise<void> {
  // Arrays, not JSON: Postgres sees how few rows there are, and finds each by its key.
  await tx.query(
    `update jobs.run set
       status = given.status, output = given.output, request_version = given.request_version,
       step_count = given.step_count, state_bytes = given.state_bytes,
       started_at = coalesce(started_at, case when given.status <> 'queued' then now() end),
       ended_at = case when given.ended then now() end
     from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::integer[], $6::bigint[], $7::boolean[])
       given (id, status, output, request_version, step_count, state_bytes, ended)
     where run.id = given.id`,
    [
      runs.map(({ id }) => id),
      runs.map(({ end, status }) => end?.status ?? status),
      runs.map(({ end }) => end?.output ?? null),
      runs.map(({ requestVersion }) => requestVersion),
      runs.map(({ stepCount }) => stepCount),
      runs.map(({ stateBytes }) => stateBytes),
      runs.map(({ end }) => end !== null),
    ],
  );
  const ids = ended.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.query(
    `with dropped as (delete from jobs.op where run_id = any ($1))
     delete from jobs.pause where run_id = any ($1)`,
    [ids],
  );
  const resumes = ended.flatMap((run) =>
    run.parent && run.end
      ? [
          {
            run_id: run.parent.runId,
            step_id: run.parent.stepId,
            payload: `{"${run.end.status === 'completed' ? 'data' : 'error'}":${run.end.output}}`,
          },
        ]
      : [],
  );
  if (resumes.length === 0) return;
  await tx.query(
    `insert into jobs.job (key, fn_id, run_id, kind, step_id, payload, run_at)
     select given.run_id || ':resume:' || step_id, run.fn_id, given.run_id, 'resume', step_id, payload, now()
     from json_to_recordset($1::json) given (run_id text, step_id text, payload text)
     join jobs.run on run.id = given.run_id and run.ended_at is null
     on conflict (key) do nothing`,
    [JSON.stringify(resumes)],
  );
}
