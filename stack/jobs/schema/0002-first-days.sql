-- Databases of the first days, in place: apps were known by their address, and a job's place was its time.
do $$
begin
  if exists (
    select from information_schema.columns
    where table_schema = 'jobs' and table_name = 'fn' and column_name = 'app_url'
  ) then
    -- What functions there are the apps tell again within seconds.
    drop table fn;
    drop table app;
    create table app (
      id text primary key,
      url text not null,
      sdk text not null,
      checksum text not null,
      synced_at timestamptz not null default now()
    );
    create table fn (
      id text primary key,
      app_id text not null references app (id),
      config jsonb not null,
      active boolean not null default true
    );
    update registry set version = version + 1;
  end if;
  if not exists (
    select from information_schema.columns
    where table_schema = 'jobs' and table_name = 'job' and column_name = 'place'
  ) then
    drop index job_call_idx;
    alter table job drop column since, alter column run_at set default now(),
      add column place timestamptz not null default now();
    create index job_call_idx on job (fn_id, place, run_at) where token is null and kind in ('discover', 'step');
  end if;
end
$$;
