-- return_claims(orders, kind): puts the units that these orders claimed back into their lanes, with a ledger row each.
-- The caller holds the order rows and moves them on in the same transaction, so no claim is returned twice. A lane that is
-- not among those that could be locked (lock_lanes: its variant was merged to fewer, or it came meanwhile) gives way to the
-- variant's first. Units of a variant that had no lane to lock (it is not counted any more) go to none: the ledger shows them
-- come back and leave again.
create or replace function return_claims(p_orders uuid[], p_kind text) returns void
language plpgsql
as $$
declare
  v_locked text[] := lock_lanes(array(
    select l.variant_id from order_lines l where l.order_id = any (p_orders) and l.claims is not null));
begin
  with returned as (
    select l.order_id, l.variant_id,
           case when l.variant_id || ' ' || (claim ->> 0) = any (v_locked) then (claim ->> 0)::smallint else 0 end as lane,
           (claim ->> 1)::int as quantity, l.variant_id || ' 0' = any (v_locked) as counted
    from order_lines l
    cross join jsonb_array_elements(l.claims) as claim
    where l.order_id = any (p_orders)
  ),
  summed as (
    select variant_id, lane, sum(quantity)::int as quantity from returned where counted group by variant_id, lane
  ),
  given_back as (
    update stock_lanes s set available = s.available + summed.quantity
    from summed
    where s.variant_id = summed.variant_id and s.lane = summed.lane
  )
  insert into stock_movements (variant_id, lane, delta, kind, order_id)
  select variant_id, lane, quantity, p_kind::stock_movement_kind, order_id from returned
  union all
  select variant_id, lane, -sum(quantity)::int, 'adjust', null from returned where not counted group by variant_id, lane;
end
$$;
