-- advance_report({ id, step, fence, status, state, total?, done, fileName?, failure? })
--
-- Takes an unfinished report from step `step` to the next. It comes first in the transaction that writes what the step
-- made, so that each step is written once: whoever has lost the report's lock, or was overtaken, fails here as a violation
-- of reports_step_check, with all that it was about to write.
create or replace function advance_report(p jsonb) returns void
language plpgsql
as $$
begin
  if not accept_fence(p -> 'fence') then
    raise exception 'another one builds this report'
      using errcode = 'check_violation', constraint = 'reports_step_check', table = 'reports';
  end if;

  update reports
  set step = step + 1,
      status = p ->> 'status',
      state = p -> 'state',
      total = coalesce((p ->> 'total')::bigint, total),
      done = (p ->> 'done')::bigint,
      file_name = p ->> 'fileName',
      failure = p ->> 'failure',
      progressed_at = now(),
      finished_at = case when p ->> 'status' in ('done', 'failed') then now() end
  where id = (p ->> 'id')::uuid and step = (p ->> 'step')::int and status <> 'done';

  if not found then
    raise exception 'the report has moved on'
      using errcode = 'check_violation', constraint = 'reports_step_check', table = 'reports';
  end if;

  -- What a schedule asked for goes out by mail.
  if p ->> 'status' = 'done' and exists (select from report_deliveries where report_id = (p ->> 'id')::uuid) then
    insert into outbox (id, name, data)
    values (md5('done' || (p ->> 'id'))::uuid, 'reports/scheduled-report.done',
            jsonb_build_object('reportId', 'rep_' || replace((p ->> 'id'), '-', '')));
  end if;
end
$$;

-- add_report_sums(report, key, sums): adds to what the report has gathered under a key.
create or replace function add_report_sums(p_report uuid, p_key text, p_sums bigint[]) returns void
language sql
as $$
  insert into report_sums as kept (report_id, key, sums) values (p_report, p_key, p_sums)
  on conflict (report_id, key) do update
  set sums = array(
    select a + b from unnest(kept.sums, excluded.sums) with ordinality as sum(a, b, place) order by place)
$$;
