-- refund_order({ orderId, refundId, amount?, currency?, lines?: [{ variantId, quantity }], restock?, reason, actor, auditId,
--                returnId?, requestId?, idempotency?: { id, fingerprint (hex) } })
--
-- Decides on a refund and writes it down; the provider is asked afterwards, and settle_refund() moves the order. Without an
-- amount and lines it is everything that is left, with lines what was paid for those units (after discount, with tax), with an
-- amount that much, spread over the lines if there are some. Answers { outcome, ... }:
--   opened { refund } | replayed { refund }   replayed: an earlier call with this key opened it
--   idempotency-key-reused | order-not-found
--   invalid-transition                        the order is not paid, or refunded whole
--   refund-too-large { refundable, currency } more than is left of the payment, or than the lines cost
--   other-currency { currency }               the amount is not in the order's currency, which is named
--   invalid { problems: [{ path, reason, left? }] }
--   return-not-open                           returnId names no return of this order that came and was not refunded yet
--
-- The order's row is locked first, so that refunds of one order queue: each sees what the earlier ones left. An order that is
-- over (cancelled, expired) while money of it is still here can be refunded too; that moves nothing.
drop function if exists refunded_units(uuid, smallint);

create or replace function refund_order(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_order    orders%rowtype;
  v_payment  payments%rowtype;
  v_earlier  jsonb;
  v_is_over  boolean;
  v_left     bigint;
  v_amount   bigint := (p ->> 'amount')::bigint;
  v_lines    jsonb := p -> 'lines';
  v_plan     record;
  v_problems jsonb;
  v_refund   jsonb;
begin
  select * into v_order from orders where id = (p ->> 'orderId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'order-not-found');
  end if;

  v_earlier := replayed_refund(p -> 'idempotency');
  if v_earlier is not null then
    return v_earlier;
  end if;

  select * into v_payment from payments where order_id = v_order.id and status = 'succeeded';
  v_left := coalesce(v_payment.amount_minor - v_payment.refunded_minor, 0);
  v_is_over := v_order.status in ('cancelled', 'expired') and v_left > 0;
  if not v_is_over and v_order.status not in ('paid', 'fulfilled', 'partially_refunded') then
    return jsonb_build_object('outcome', 'invalid-transition');
  end if;

  if p ->> 'currency' <> v_order.currency then
    return jsonb_build_object('outcome', 'other-currency', 'currency', v_order.currency);
  end if;

  if p ? 'returnId' then
    perform from order_returns r left join refunds m on m.id = r.refund_id
    where r.id = (p ->> 'returnId')::uuid and r.order_id = v_order.id and r.status = 'received'
      and (m.id is null or m.status = 'failed');
    if not found then
      return jsonb_build_object('outcome', 'return-not-open');
    end if;
  end if;

  select jsonb_agg(problem) into v_problems
  from (
    select jsonb_build_object('path', 'lines/' || min(asked.ordinality) - 1, 'reason', case
             when bool_and(l.order_id is null) then 'not-in-order' else 'too-many-units' end,
             'left', coalesce(max(l.quantity - done), 0)) as problem
    from jsonb_array_elements(v_lines) with ordinality as asked (line, ordinality)
    left join order_lines l on l.order_id = v_order.id and l.variant_id = (line ->> 'variantId')::uuid
    left join lateral refunded_units(v_order.id, l.position) as done on true
    group by line ->> 'variantId'
    having bool_and(l.order_id is null) or sum((line ->> 'quantity')::int) > max(l.quantity - done)
  ) as found;
  if v_problems is not null then
    return jsonb_build_object('outcome', 'invalid', 'problems', v_problems);
  end if;

  -- Which units, and what they come to. Each unit's part of its line is a difference of two rounded sums, so that all of them
  -- together come to the line, to the minor unit, however they are cut.
  select array_agg(l.position order by l.position) as positions,
         array_agg(wanted.quantity order by l.position) as quantities,
         array_agg(cost.worth order by l.position) as worth,
         coalesce(sum(cost.worth), 0)::bigint as total,
         array_agg(case when l.claims is not null and (p ->> 'restock')::boolean and not v_is_over
           then wanted.quantity else 0 end order by l.position) as restocked
  into v_plan
  from order_lines l
  cross join lateral (
    select (l.unit_price_minor * l.quantity - l.discount_minor + l.tax_minor)::numeric as amount
  ) as paid
  cross join lateral refunded_units(v_order.id, l.position) as done
  cross join lateral (
    select case when v_lines is not null then (
      select sum((line ->> 'quantity')::int) from jsonb_array_elements(v_lines) as line
      where (line ->> 'variantId')::uuid = l.variant_id)
    else l.quantity - done end::int as quantity
  ) as wanted
  cross join lateral (
    select (round(paid.amount * (done + wanted.quantity) / l.quantity) - round(paid.amount * done / l.quantity))::bigint
      as worth
  ) as cost
  where l.order_id = v_order.id and wanted.quantity > 0
    -- An amount alone is for no particular unit.
    and (v_lines is not null or v_amount is null);

  if v_lines is not null then
    v_left := least(v_left, v_plan.total);
    v_amount := coalesce(v_amount, v_plan.total);
  else
    v_amount := coalesce(v_amount, v_left);
  end if;
  if v_amount > v_left or v_amount <= 0 then
    return jsonb_build_object('outcome', 'refund-too-large', 'refundable', v_left, 'currency', v_order.currency);
  end if;

  perform keep_move(p -> 'idempotency');
  perform record_audit(p, 'order.refund-opened', 'ord_' || replace(v_order.id::text, '-', ''),
    jsonb_build_object('refunded', v_payment.refunded_minor),
    jsonb_strip_nulls(jsonb_build_object(
      'refundId', 'ref_' || replace(p ->> 'refundId', '-', ''), 'refunded', v_payment.refunded_minor + v_amount,
      'currency', v_order.currency, 'restock', p -> 'restock', 'reason', p ->> 'reason')));
  v_refund := open_refund(p || jsonb_build_object('paymentId', v_payment.id, 'amount', v_amount));
  insert into refund_lines (refund_id, position, quantity, amount_minor, restock_quantity)
  select (p ->> 'refundId')::uuid, position, quantity, amount, restocked
  from unnest(v_plan.positions, v_plan.quantities, v_plan.restocked,
              allocate_minor(least(v_amount, v_plan.total), v_plan.worth)) as u (position, quantity, restocked, amount);
  update order_returns set refund_id = (p ->> 'refundId')::uuid where id = (p ->> 'returnId')::uuid;
  return jsonb_build_object('outcome', 'opened', 'refund', refund_document((p ->> 'refundId')::uuid));
end
$$;

-- refunded_units(order, position): how many units of a line refunds are for that were not refused. At most so many came back.
create or replace function refunded_units(p_order uuid, p_position smallint) returns int
language sql stable
as $$
  select coalesce(sum(rl.quantity), 0)::int
  from refunds r
  join refund_lines rl on rl.refund_id = r.id
  where r.order_id = p_order and r.status <> 'failed' and rl.position = p_position
$$;
