-- Applying a lot of answers takes two calls: this one locks and reads, write_changes writes.
-- As functions they are planned once for a connection, and each statement in them sees what the one before has done.
-- Runs in one order, then their jobs. Whatever changes a run does so under its lock, so the rest is read after it.
create or replace function jobs.lock_runs(run_ids text[], job_ids bigint[], step_ids text[]) returns json
language plpgsql
set enable_seqscan = off
as $$
declare
  runs json;
  jobs json;
  ops json;
  memos json;
begin
  select json_agg(locked) into runs from (
    select id, fn_id, events, quiet, max_attempts, concurrency_keys, parent_run_id, parent_step_id, status,
      request_version, step_count, state_bytes,
      (extract(epoch from now() - started_at) * 1000)::float8 as running_ms
    from jobs.run where id = any (run_ids) and ended_at is null
    order by id for no key update
  ) locked;
  select json_agg(locked) into jobs from (
    select id::text, token, rerun from jobs.job where id = any (job_ids) order by id for update
  ) locked;
  select json_agg(outstanding) into ops from (
    select run_id, id, kind, name, race, blocking from jobs.op where run_id = any (run_ids)
  ) outstanding;
  select json_agg(stored) into memos from (
    select run_id, id from jobs.step where run_id = any (run_ids) and id = any (step_ids)
  ) stored;
  return json_build_object('runs', runs, 'jobs', jobs, 'ops', ops, 'memos', memos);
end
$$;
