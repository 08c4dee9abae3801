-- first_id_at(moment): the smallest id (a UUIDv7) of what was made from then on. Ids are by the clock of whoever made them: leave an
-- hour where that may be another than the database's.
create or replace function first_id_at(p_at timestamptz) returns uuid
language sql immutable
as $$
  select (lpad(to_hex(greatest(0, floor(extract(epoch from p_at) * 1000))::bigint), 12, '0') || repeat('0', 20))::uuid
$$;
