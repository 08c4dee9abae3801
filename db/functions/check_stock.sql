-- check_stock(variants?): where the books of stock, orders and payments do not balance: one row a fault, none when all is well.
-- Of these variants and the orders that name them, or of everything. One statement, hence one moment: it may run on a live
-- shop. It reads whole tables when not narrowed down.
create or replace function check_stock(p_variants uuid[] default null)
returns table (what text, subject text, expected bigint, found bigint)
language sql stable
as $$
  with
  -- The ledger, by lane.
  lanes as (
    select m.variant_id, m.lane, sum(m.delta) as ledger
    from stock_movements m
    where p_variants is null or m.variant_id = any (p_variants)
    group by m.variant_id, m.lane
  ),
  shelf as (
    select s.variant_id, s.lane, s.available
    from stock_lanes s
    where p_variants is null or s.variant_id = any (p_variants)
  ),
  -- What came in by a merchant's hand.
  books as (
    select m.variant_id, coalesce(sum(m.delta) filter (where m.order_id is null), 0) as received
    from stock_movements m
    where p_variants is null or m.variant_id = any (p_variants)
    group by m.variant_id
  ),
  wanted as (
    select distinct l.order_id from order_lines l where p_variants is not null and l.variant_id = any (p_variants)
  ),
  scope as (
    select o.* from orders o where p_variants is null or o.id in (select order_id from wanted)
  ),
  lines as (
    select l.order_id, l.variant_id, l.quantity, l.claims is not null as counted,
           (select coalesce(sum((claim ->> 1)::int), 0) from jsonb_array_elements(l.claims) as claim) as claimed,
           o.status
    from order_lines l join scope o on o.id = l.order_id
    where p_variants is null or l.variant_id = any (p_variants)
  ),
  moved as (
    select m.order_id, m.variant_id,
           coalesce(-sum(m.delta) filter (where m.kind = 'claim'), 0) as claimed,
           coalesce(sum(m.delta) filter (where m.kind <> 'claim'), 0) as returned
    from stock_movements m
    where m.order_id is not null and (p_variants is null or m.variant_id = any (p_variants))
    group by m.order_id, m.variant_id
  ),
  restocked as (
    select m.variant_id, sum(m.delta) as units
    from stock_movements m
    join scope o on o.id = m.order_id and o.status not in ('cancelled', 'expired')
    where m.kind <> 'claim' and (p_variants is null or m.variant_id = any (p_variants))
    group by m.variant_id
  ),
  taken as (
    select variant_id, sum(claimed) as units
    from lines where counted and status not in ('cancelled', 'expired') group by variant_id
  )
  select 'a lane is negative', variant_id || ' lane ' || lane, 0, available::bigint from shelf where available < 0
  union all
  select 'a lane is not the sum of its ledger', variant_id || ' lane ' || lane, coalesce(ledger, 0)::bigint,
         coalesce(available, 0)::bigint
  from lanes full join shelf using (variant_id, lane)
  where coalesce(ledger, 0) <> coalesce(available, 0)
  union all
  select 'held, sold and available are not what was received', b.variant_id::text, b.received::bigint,
         (coalesce(t.units, 0) - coalesce(r.units, 0) + coalesce(s.available, 0))::bigint
  from books b
  left join taken t using (variant_id)
  left join restocked r using (variant_id)
  left join (select variant_id, sum(available) as available from shelf group by variant_id) s using (variant_id)
  where b.received <> coalesce(t.units, 0) - coalesce(r.units, 0) + coalesce(s.available, 0)
  union all
  select 'an order''s line claimed another quantity than it sells', order_id || ' ' || variant_id, quantity, claimed
  from lines where counted and claimed <> quantity
  union all
  select 'the ledger does not show what an order''s lines claimed', coalesce(l.order_id, m.order_id) || ' ' ||
         coalesce(l.variant_id, m.variant_id), coalesce(l.claimed, 0)::bigint, coalesce(m.claimed, 0)::bigint
  from (select order_id, variant_id, sum(claimed) as claimed from lines where counted group by 1, 2) l
  full join moved m on m.order_id = l.order_id and m.variant_id = l.variant_id
  where coalesce(l.claimed, 0) <> coalesce(m.claimed, 0)
  union all
  select 'an order that is over keeps units, or gave back more than it had', m.order_id || ' ' || m.variant_id,
         m.claimed::bigint, m.returned::bigint
  from moved m join scope o on o.id = m.order_id
  where case when o.status in ('cancelled', 'expired') then m.returned <> m.claimed else m.returned > m.claimed end
  union all
  select 'a cart has two live orders', cart_id::text, 1, count(*)
  from scope where cart_id is not null and status not in ('cancelled', 'expired') group by cart_id having count(*) > 1
  union all
  select 'a key has two orders', idempotency_id::text, 1, count(*) from scope group by idempotency_id having count(*) > 1
  union all
  select 'an order is paid without a payment, or more than once', o.id::text, case when o.total_minor = 0 then 0 else 1 end,
         count(p.id)
  from scope o
  left join payments p on p.order_id = o.id and p.status = 'succeeded'
  where o.status not in ('pending', 'cancelled', 'expired')
  group by o.id, o.total_minor
  having count(p.id) <> case when o.total_minor = 0 then 0 else 1 end
$$;
