-- All that an engine asks the clock, in one question: whether it leads, what is due, and when the next thing will be.
create or replace function jobs.look(
  me uuid, lead_seconds float8, own bigint[], fns text[], rooms integer[], full_keys text[], max_timers integer
) returns json
language plpgsql
set enable_seqscan = off
as $$
declare
  left_seconds float8;
  known bigint;
  timers json;
  calls json;
  lost json;
  held json;
  next_at timestamptz;
begin
  -- A lead or a loss that a crash of Postgres forgets is found again.
  perform set_config('synchronous_commit', 'off', true);
  select version into known from jobs.registry;
  select extract(epoch from until - now()) into left_seconds from jobs.leader where holder = me;
  if left_seconds is null or left_seconds < lead_seconds * 2 / 3 then
    left_seconds := null;
    insert into jobs.leader (holder, until) values (me, now() + make_interval(secs => lead_seconds))
    on conflict (one) do update set holder = excluded.holder, until = excluded.until
      where leader.holder = excluded.holder or leader.until < now()
    returning lead_seconds into left_seconds;
  end if;
  if left_seconds is null then
    return json_build_object('lead_ms', 0, 'version', known);
  end if;

  -- Calls whose engine is gone are free again. After a pause of Postgres the own leases are over too, yet open.
  update jobs.job set token = null, lease_until = null, lost = job.lost + 1
  where token is not null and lease_until < now() and not id = any (own);
  -- Those that an engine found and died over are found again.
  select json_agg(json_build_object('jobId', id::text, 'runId', run_id, 'lost', job.lost)) into lost
  from jobs.job where job.lost >= 20 and token is null;
  select json_agg(json_build_object('id', id::text, 'fnId', fn_id, 'keys', concurrency_keys)) into held
  from jobs.job where token is not null and not id = any (own);

  select json_agg(due) into timers from (
    select id::text as "jobId", run_id as "runId", kind, step_id as "stepId", payload
    from jobs.job where kind not in ('discover', 'step') and run_at <= now() order by run_at limit max_timers
  ) due;
  select json_agg(due) into calls from (
    select job.id::text, job.fn_id as "fnId", job.concurrency_keys as keys
    from unnest(fns, rooms) given (fn_id, room)
    cross join lateral (
      select id, fn_id, concurrency_keys from jobs.job
      where fn_id = given.fn_id and token is null and kind in ('discover', 'step') and run_at <= now()
        -- What was lost too often is not called again: its run fails.
        and job.lost < 20
        -- The most that a priority puts off.
        and place <= now() + interval '600 seconds' and not concurrency_keys && full_keys
      order by place
      limit given.room
    ) job
  ) due;
  select min(at) into next_at from (
    (select run_at as at from jobs.job
     where kind not in ('discover', 'step') and run_at > now() order by run_at limit 1)
    union all select min(cron.next_at) from jobs.cron
    union all select min(due_at) from jobs.debounce
    union all select min(due_at) from jobs.batch
  ) coming;
  return json_build_object(
    'lead_ms', left_seconds * 1000, 'version', known, 'timers', timers, 'calls', calls, 'lost', lost, 'held', held,
    'next_ms', (extract(epoch from next_at - now()) * 1000)::float8
  );
end
$$;
