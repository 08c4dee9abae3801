-- Null stands for nothing of a kind.
create or replace function jobs.write_changes(
  new_memos json, new_attempts json, new_ops json, blocking_ops json, settled_ops json, retried json, new_jobs json,
  done_jobs bigint[], dropped_keys text[], again bigint[], discovered text[], changed json, ended text[], resumes json
) returns void
language plpgsql
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  if new_memos is not null then
    insert into jobs.step (run_id, id, name, op, value)
    select run_id, id, name, op, value
    from json_to_recordset(new_memos) given (run_id text, id text, name text, op text, value text)
    on conflict do nothing;
  end if;
  if new_attempts is not null then
    insert into jobs.attempt (run_id, step_id, attempt, ms, outcome, error)
    select run_id, step_id, attempt, ms, outcome, error
    from json_to_recordset(new_attempts)
      given (run_id text, step_id text, attempt integer, ms integer, outcome text, error text);
  end if;
  if new_ops is not null then
    insert into jobs.op (run_id, id, kind, name, race, blocking, detail)
    select run_id, id, kind, name, race, blocking, detail
    from json_to_recordset(new_ops)
      given (run_id text, id text, kind text, name text, race boolean, blocking boolean, detail text)
    on conflict do nothing;
  end if;
  if blocking_ops is not null then
    update jobs.op set blocking = true
    from json_to_recordset(blocking_ops) given (run_id text, id text)
    where op.run_id = given.run_id and op.id = given.id;
  end if;
  if settled_ops is not null then
    delete from jobs.op using json_to_recordset(settled_ops) given (run_id text, id text)
    where op.run_id = given.run_id and op.id = given.id;
    delete from jobs.pause using json_to_recordset(settled_ops) given (run_id text, id text)
    where pause.run_id = given.run_id and pause.step_id = given.id and pause.kind = 'wait';
  end if;
  if retried is not null then
    update jobs.job set token = null, lease_until = null, attempt = attempt + 1,
      run_at = now() + make_interval(secs => given.delay_ms / 1000.0),
      place = now() + make_interval(secs => given.delay_ms / 1000.0)
    from json_to_recordset(retried) given (id bigint, delay_ms float8)
    where job.id = given.id;
  end if;
  -- A discovery that is to be followed by another stays, as a new one.
  if again is not null then
    update jobs.job set token = null, lease_until = null, attempt = 0, lost = 0, rerun = false, run_at = now()
    where id = any (again);
  end if;
  if done_jobs is not null then
    delete from jobs.job where id = any (done_jobs);
  end if;
  if dropped_keys is not null then
    delete from jobs.job where key = any (dropped_keys);
  end if;
  if ended is not null then
    delete from jobs.job where run_id = any (ended);
    delete from jobs.op where run_id = any (ended);
    delete from jobs.pause where run_id = any (ended);
  end if;
  if new_jobs is not null then
    insert into jobs.job (key, fn_id, run_id, kind, step_id, run_at, place, concurrency_keys)
    select key, given.fn_id, run_id, kind, step_id,
      coalesce(at, now() + make_interval(secs => delay_ms / 1000.0)), run.order_at,
      array(select json_array_elements_text(given.concurrency_keys))
    from json_to_recordset(new_jobs) given (key text, fn_id text, run_id text, kind text, step_id text,
      at timestamptz, delay_ms float8, concurrency_keys json)
    join jobs.run on run.id = given.run_id
    on conflict (key) do nothing;
  end if;
  -- One discovery a run: one that runs is told to run again, one that waits its turn is there already.
  if discovered is not null then
    insert into jobs.job (key, fn_id, run_id, kind, place, concurrency_keys)
    select id || ':discover', fn_id, id, 'discover', order_at, concurrency_keys
    from jobs.run where id = any (discovered)
    on conflict (key) do update set rerun = job.rerun or job.token is not null;
  end if;
  update jobs.run set
    status = given.status, output = given.output, request_version = given.request_version,
    step_count = given.step_count, state_bytes = given.state_bytes,
    started_at = coalesce(started_at, case when given.status <> 'queued' then now() end),
    ended_at = case when given.ended then now() end
  from json_to_recordset(changed) given (id text, status text, output text, request_version integer,
    step_count integer, state_bytes bigint, ended boolean)
  where run.id = given.id;
  -- Whoever invoked a run that has ended goes on.
  if resumes is not null then
    insert into jobs.job (key, fn_id, run_id, kind, step_id, payload)
    select given.run_id || ':resume:' || given.step_id, run.fn_id, given.run_id, 'resume', given.step_id, given.payload
    from json_to_recordset(resumes) given (run_id text, step_id text, payload text)
    join jobs.run on run.id = given.run_id and run.ended_at is null
    on conflict (key) do nothing;
  end if;
end
$$;
