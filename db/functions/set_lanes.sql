-- set_lanes({ variantId, lanes: 1..64, actor, requestId? }): spreads a counted variant's free units evenly over so many
-- lanes, or merges them into fewer, through the ledger ('rebalance', summing to zero). Sales go on meanwhile. Answers
-- { outcome, ... }:
--   spread { lanes, available } | variant-not-found | not-counted
-- The variant's stock_items row serialises it with adjustments; its lanes are then locked in order. A buyer who looked
-- before sees fewer units in the lane that was meant, and claims the careful way.
create or replace function set_lanes(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_variant uuid := (p ->> 'variantId')::uuid;
  v_lanes   smallint := (p ->> 'lanes')::smallint;
  v_item    stock_items%rowtype;
  v_total   int;
begin
  select * into v_item from stock_items where variant_id = v_variant for update;
  if not found then
    return jsonb_build_object('outcome', 'variant-not-found');
  end if;
  if not v_item.counted then
    return jsonb_build_object('outcome', 'not-counted');
  end if;

  perform from stock_lanes where variant_id = v_variant order by lane for update;
  select sum(available) into v_total from stock_lanes where variant_id = v_variant;

  update stock_items set lane_count = v_lanes where variant_id = v_variant;
  insert into stock_lanes (variant_id, lane, available)
  select v_variant, lane, 0 from generate_series(0, v_lanes - 1) as lane
  on conflict do nothing;

  -- Each lane gets its share; the first ones what is left over; lanes past the last get none, and go.
  with target as (
    select s.lane, s.available,
           case when s.lane < v_lanes then v_total / v_lanes + (s.lane < v_total % v_lanes)::int else 0 end as share
    from stock_lanes s where s.variant_id = v_variant
  ),
  moved as (
    update stock_lanes s set available = target.share
    from target where s.variant_id = v_variant and s.lane = target.lane and target.share <> target.available
    returning s.lane
  )
  insert into stock_movements (variant_id, lane, delta, kind, actor, request_id)
  select v_variant, lane, share - available, 'rebalance', p ->> 'actor', (p ->> 'requestId')::uuid
  from target join moved using (lane);

  delete from stock_lanes where variant_id = v_variant and lane >= v_lanes;
  return jsonb_build_object('outcome', 'spread', 'lanes', v_lanes, 'available', v_total);
end
$$;
