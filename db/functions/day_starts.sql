-- day_starts(day): when a day begins where the shop is.
create or replace function day_starts(p_day date) returns timestamptz
language sql stable
as $$
  select p_day::timestamp at time zone time_zone from shop_settings
$$;

-- uuid_at(moment): the smallest UUIDv7 of a moment: where ids that were made from then on begin.
create or replace function uuid_at(p_at timestamptz) returns uuid
language sql immutable
as $$
  select (lpad(to_hex((extract(epoch from p_at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;
