-- order_units(order): of each line what was ordered, sent, given back for and sent back, and what is still to be sent. A refund is
-- for units that were not sent, as long as there are some, unless it was given for a return.
create or replace function order_units(p_order uuid)
returns table (
  line smallint, variant_id uuid, quantity int, sent int, refunded int, returning_units int, returned int, to_send int)
language sql stable
as $$
  select l.position, l.variant_id, l.quantity::int, parcels.units, given.units, back.requested, back.received,
         greatest(l.quantity - parcels.units - greatest(given.units - back.refunded, 0), 0)::int
  from order_lines l
  cross join lateral (
    select coalesce(sum(fl.quantity), 0)::int as units
    from fulfilments f join fulfilment_lines fl on fl.fulfilment_id = f.id
    where f.order_id = l.order_id and fl.position = l.position
  ) as parcels
  cross join lateral (select refunded_units(l.order_id, l.position) as units) as given
  cross join lateral (
    select coalesce(sum(rl.quantity) filter (where r.status = 'requested'), 0)::int as requested,
           coalesce(sum(rl.quantity) filter (where r.status = 'received'), 0)::int as received,
           coalesce(sum(rl.quantity) filter (where m.status <> 'failed'), 0)::int as refunded
    from order_returns r
    join order_return_lines rl on rl.return_id = r.id
    left join refunds m on m.id = r.refund_id
    where r.order_id = l.order_id and r.status <> 'cancelled' and rl.position = l.position
  ) as back
  where l.order_id = p_order
$$;

-- settle_fulfilment(order): writes down how much of the order was sent, after a parcel left or a refund made one unnecessary. The caller
-- holds the order's row.
create or replace function settle_fulfilment(p_order uuid) returns void
language sql
as $$
  update orders set fulfilment = now_is.state
  from (
    select case when sum(sent) > 0 and sum(to_send) > 0 then 'partly-sent'
                when sum(sent) > 0 then 'sent'
                when sum(to_send) = 0 then 'nothing' end::order_fulfilment as state
    from order_units(p_order)
  ) as now_is
  where orders.id = p_order and orders.fulfilment is distinct from now_is.state
$$;

-- asked_units_problems(order, [{ variantId, quantity }], what: to-send | to-return): what is wrong with units that somebody names, as
-- [{ path, reason: not-in-order | too-many-units, left }]; null when nothing is.
create or replace function asked_units_problems(p_order uuid, p_lines jsonb, p_what text) returns jsonb
language sql stable
as $$
  select jsonb_agg(problem order by problem ->> 'path')
  from (
    select jsonb_build_object('path', 'lines/' || min(asked.ordinality) - 1, 'reason', case
             when bool_and(u.variant_id is null) then 'not-in-order' else 'too-many-units' end,
             'left', coalesce(max(free.units), 0)) as problem
    from jsonb_array_elements(p_lines) with ordinality as asked (entry, ordinality)
    left join order_units(p_order) as u on u.variant_id = (entry ->> 'variantId')::uuid
    cross join lateral (
      select case p_what when 'to-send' then u.to_send else u.sent - u.returning_units - u.returned end as units
    ) as free
    group by entry ->> 'variantId'
    having bool_and(u.variant_id is null) or sum((entry ->> 'quantity')::int) > max(free.units)
  ) as found
$$;
