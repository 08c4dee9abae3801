-- restock_refund(refund): puts the units of a refund that are to go back on the shelf into a lane of their variant, with a ledger
-- row each. The caller holds the order's row and settles the refund in the same transaction, so they come back once. As
-- return_claims() does: lanes are locked in the global order; a lane that is gone, or came while we waited, gives way to the
-- variant's first; units of a variant that had no lane to lock (it is not counted any more) go to none: the ledger shows them
-- come back and leave again.
create or replace function restock_refund(p_refund uuid) returns void
language plpgsql
as $$
declare
  v_locked text[];
begin
  v_locked := array(
    select s.variant_id || ' ' || s.lane from stock_lanes s
    where s.variant_id in (
      select l.variant_id
      from refunds r
      join refund_lines rl on rl.refund_id = r.id and rl.restock_quantity > 0
      join order_lines l on l.order_id = r.order_id and l.position = rl.position
      where r.id = p_refund)
    order by s.variant_id, s.lane
    for update);

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
