-- Apps that were given on the command line and have not said yet what functions they have: events since then may be
-- for them.
create table awaited (
  url text primary key,
  since timestamptz not null default now()
);
