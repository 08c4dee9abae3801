-- claim_lane(variant, quantity, lane count): takes the whole quantity from one lane of a variant that lies in several, and
-- answers which, or null when no single free lane could serve. Lanes that others hold are skipped, so the buyers of a hot
-- variant spread over its lanes instead of queueing on one row. Null may leave lanes locked: SKIP LOCKED also locks, and
-- keeps locked, a lane whose units turn out to be gone.
create or replace function claim_lane(p_variant uuid, p_quantity int, p_lane_count smallint) returns smallint
language plpgsql
as $$
declare
  v_start int := floor(random() * p_lane_count);
  v_lane  smallint;
begin
  -- Lock, then update: as a subquery of the update, the planner may run this once per lane and lock several.
  select lane into v_lane
  from stock_lanes
  where variant_id = p_variant and available >= p_quantity
  order by (lane + v_start) % p_lane_count
  limit 1
  for update skip locked;

  update stock_lanes set available = available - p_quantity where variant_id = p_variant and lane = v_lane;
  return v_lane;
end
$$;
