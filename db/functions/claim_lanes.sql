-- claim_lanes(variants, quantities, lane counts): the quick way to claim stock. Each variant's whole quantity comes
-- from one lane; variants must be sorted, which is the global lock order. Answers the lane taken for each, or null as
-- soon as one variant has no single free lane with enough units: what was taken or merely locked until then stays so, and
-- the caller must roll back before it locks anything else.
--
-- A variant in several lanes is claimed with SKIP LOCKED, so buyers of a hot variant spread over its lanes instead of
-- queueing; a variant in one lane waits for that row, in lock order.
create or replace function claim_lanes(p_variants uuid[], p_quantities int[], p_lane_counts smallint[])
returns smallint[]
language plpgsql
as $$
declare
  v_lanes smallint[] := '{}';
  v_lane  smallint;
  v_start int;
begin
  for i in 1 .. cardinality(p_variants) loop
    v_lane := null;
    if p_lane_counts[i] = 1 then
      update stock_lanes
      set available = available - p_quantities[i]
      where variant_id = p_variants[i] and lane = 0 and available >= p_quantities[i]
      returning lane into v_lane;
    else
      v_start := floor(random() * p_lane_counts[i]);
      -- Lock, then update: as a subquery of the update, the planner may run this once per lane and lock several.
      select lane into v_lane
      from stock_lanes
      where variant_id = p_variants[i] and available >= p_quantities[i]
      order by (lane + v_start) % p_lane_counts[i]
      limit 1
      for update skip locked;
      update stock_lanes
      set available = available - p_quantities[i]
      where variant_id = p_variants[i] and lane = v_lane;
    end if;
    if v_lane is null then
      return null;
    end if;
    v_lanes := v_lanes || v_lane;
  end loop;
  return v_lanes;
end
$$;
