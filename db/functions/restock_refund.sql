-- restock_refund(refund): puts the units of a refund that are to go back on the shelf into a lane of their variant, with a ledger
-- row each. The caller holds the order's row and settles the refund in the same transaction, so they come back once. What
-- cannot go to the lane it came from goes where return_claims() would put it.
create or replace function restock_refund(p_refund uuid) returns void
language plpgsql
as $$
declare
  v_locked text[] := lock_lanes(array(
    select l.variant_id
    from refunds r
    join refund_lines rl on rl.refund_id = r.id and rl.restock_quantity > 0
    join order_lines l on l.order_id = r.order_id and l.position = rl.position
    where r.id = p_refund));
begin
  with returned as (
    select r.order_id, l.variant_id, rl.restock_quantity as quantity, l.variant_id || ' 0' = any (v_locked) as counted,
           case when l.variant_id || ' ' || (l.claims -> 0 ->> 0) = any (v_locked)
             then (l.claims -> 0 ->> 0)::smallint else 0 end::smallint as lane
    from refunds r
    join refund_lines rl on rl.refund_id = r.id and rl.restock_quantity > 0
    join order_lines l on l.order_id = r.order_id and l.position = rl.position
    where r.id = p_refund
  ),
  given_back as (
    update stock_lanes s set available = s.available + returned.quantity
    from returned
    where returned.counted and s.variant_id = returned.variant_id and s.lane = returned.lane
  )
  insert into stock_movements (variant_id, lane, delta, kind, order_id)
  select variant_id, lane, quantity, 'restock'::stock_movement_kind, order_id from returned
  union all
  select variant_id, lane, -quantity, 'adjust', null from returned where not counted;
end
$$;
