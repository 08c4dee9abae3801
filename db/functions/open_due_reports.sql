-- open_due_reports(now): asks for the report of each schedule whose week or month has ended by the shop's clock, once for each such
-- period, whoever runs it and however often: the delivery's row is what lets one through, and the event's id is made from it. A
-- schedule begins with the period in which it was made. Answers how many were asked for.
create or replace function open_due_reports(p_now timestamptz) returns int
language plpgsql
as $$
declare
  v_due    record;
  v_report uuid;
  v_opened int := 0;
begin
  for v_due in
    select s.id, s.kind, s.format, s.created_by, shop.time_zone, due.from_day, due.to_day
    from report_schedules s
    cross join (select time_zone, (p_now at time zone time_zone)::date as today from shop_settings) as shop
    cross join lateral (
      select case s.every when 'week' then date_trunc('week', today)::date - 7
               else (date_trunc('month', today) - interval '1 month')::date end as from_day,
             case s.every when 'week' then date_trunc('week', today)::date - 1
               else date_trunc('month', today)::date - 1 end as to_day
    ) as due
    where s.enabled and (s.created_at at time zone shop.time_zone)::date <= due.to_day
    order by s.id
  loop
    v_report := new_uuid_v7();
    insert into report_deliveries (schedule_id, from_day, report_id) values (v_due.id, v_due.from_day, v_report)
    on conflict do nothing;
    continue when not found;

    insert into reports (id, kind, format, from_day, to_day, time_zone, starts_at, ends_at, draft_id, requested_by)
    values (v_report, v_due.kind, v_due.format, v_due.from_day, v_due.to_day, v_due.time_zone,
            v_due.from_day::timestamp at time zone v_due.time_zone, (v_due.to_day + 1)::timestamp at time zone v_due.time_zone,
            gen_random_uuid(), v_due.created_by);
    insert into outbox (id, name, data)
    values (md5(v_due.id::text || v_due.from_day)::uuid, 'reports/report.requested',
            jsonb_build_object('reportId', 'rep_' || replace(v_report::text, '-', '')));
    v_opened := v_opened + 1;
  end loop;
  return v_opened;
end
$$;
