-- Bodies, memos and outputs are text, not jsonb: JSON may hold what jsonb refuses (\u0000), and nothing here looks inside.

create table registry (
  version bigint not null,
  one boolean primary key default true check (one)
);
insert into registry (version) values (1);

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

create table event (
  iid text primary key,
  id text not null,
  name text not null,
  body text not null,
  received_at timestamptz not null default now()
);
create index event_id_idx on event (id);
create index event_received_at_idx on event (received_at);

create table run (
  id text primary key,
  fn_id text not null,
  event_iid text not null,
  events text not null,
  status text not null default 'queued'
    check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
  output text,
  -- Nobody is told when it ends: it was itself started by such news.
  quiet boolean not null,
  max_attempts integer not null,
  request_version integer not null default -1,
  concurrency_keys text[] not null,
  singleton_key text,
  parent_run_id text,
  parent_step_id text,
  -- Where its jobs stand among those of its function.
  order_at timestamptz not null,
  state_bytes bigint not null default 0,
  step_count integer not null default 0,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz
) with (fillfactor = 70);
create index run_event_iid_idx on run (event_iid);
create index run_created_at_idx on run (created_at);
create index run_fn_id_created_at_idx on run (fn_id, created_at);
create index run_failed_idx on run (ended_at) where status = 'failed';
create index run_ended_at_idx on run (ended_at) where ended_at is not null;
create index run_active_idx on run (fn_id) where ended_at is null;

create table step (
  run_id text not null references run (id) on delete cascade,
  id text not null,
  seq bigint generated always as identity,
  name text not null,
  op text not null,
  value text not null,
  at timestamptz not null default now(),
  primary key (run_id, id)
);

create table op (
  run_id text not null references run (id) on delete cascade,
  id text not null,
  kind text not null check (kind in ('step', 'sleep', 'wait', 'invoke')),
  name text not null,
  race boolean not null,
  blocking boolean not null,
  detail text,
  at timestamptz not null default now(),
  primary key (run_id, id)
);

create table job (
  id bigint generated always as identity primary key,
  key text not null unique,
  fn_id text not null,
  run_id text not null references run (id) on delete cascade,
  kind text not null check (kind in ('discover', 'step', 'sleep', 'timeout', 'resume', 'cancel')),
  step_id text,
  payload text,
  run_at timestamptz not null default now(),
  -- Who goes first of those that are due: older runs, and those of a higher priority.
  place timestamptz not null default now(),
  attempt integer not null default 0,
  lost integer not null default 0,
  rerun boolean not null default false,
  concurrency_keys text[] not null default '{}',
  token uuid,
  lease_until timestamptz
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
create index job_call_idx on job (fn_id, place, run_at) where token is null and kind in ('discover', 'step');
create index job_timer_idx on job (run_at) where kind not in ('discover', 'step');
create index job_leased_idx on job (lease_until) where token is not null;
create index job_run_id_idx on job (run_id);

create table pause (
  id bigint generated always as identity primary key,
  run_id text not null references run (id) on delete cascade,
  step_id text not null,
  kind text not null check (kind in ('wait', 'cancel')),
  event text not null,
  expression text,
  -- For `event.a == async.b`: what the candidate must hold at b, so that others need not be looked at.
  match_path text[],
  match_value text,
  expires_at timestamptz,
  unique (run_id, kind, step_id)
);
create index pause_event_idx on pause (event);

create table cron (
  fn_id text not null,
  expression text not null,
  next_at timestamptz not null,
  primary key (fn_id, expression)
);

create table debounce (
  fn_id text not null,
  key text not null,
  event_iid text not null,
  event text not null,
  ts bigint not null,
  due_at timestamptz not null,
  cap_at timestamptz,
  primary key (fn_id, key)
);
create index debounce_due_at_idx on debounce (due_at);

create table batch (
  id text primary key,
  fn_id text not null,
  key text not null,
  events text not null,
  size integer not null,
  event_iid text not null,
  due_at timestamptz not null,
  unique (fn_id, key)
);

-- What was seen and until when: event ids per function, idempotency keys.
create table seen (
  scope text not null,
  key text not null,
  until timestamptz not null,
  primary key (scope, key)
);
create index seen_until_idx on seen (until);

-- Theoretical arrival times of rate limits and throttles, in milliseconds since 1970.
create table arrival (
  scope text not null,
  key text not null,
  tat double precision not null,
  primary key (scope, key)
);
create index arrival_tat_idx on arrival (tat);

create table leader (
  holder uuid not null,
  until timestamptz not null,
  one boolean primary key default true check (one)
);

create table attempt (
  run_id text not null references run (id) on delete cascade,
  step_id text,
  attempt integer not null,
  at timestamptz not null default now(),
  ms integer not null,
  outcome text not null,
  error text
);
create index attempt_run_id_idx on attempt (run_id, at);
