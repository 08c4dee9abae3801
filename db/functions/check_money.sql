-- check_money(orders?): where the books of totals, discounts and refunds do not balance: one row a fault, none when all is well.
-- Of these orders, or of everything (then also the codes' counters). One statement, hence one moment: it may run on a live shop.
create or replace function check_money(p_orders uuid[] default null)
returns table (what text, subject text, expected bigint, found bigint)
language sql stable
as $$
  with
  scope as (
    select * from orders where p_orders is null or id = any (p_orders)
  ),
  lines as (
    select l.order_id, sum(l.unit_price_minor * l.quantity) as subtotal, sum(l.tax_minor) as tax,
           sum(l.tax_included_minor) as tax_included, sum(l.discount_minor) as discount,
           bool_or(l.discount_minor < 0 or l.discount_minor > l.unit_price_minor * l.quantity) as is_off
    from order_lines l join scope o on o.id = l.order_id
    group by l.order_id
  ),
  given_back as (
    select r.payment_id, max(r.order_id::text)::uuid as order_id,
           coalesce(sum(r.amount_minor) filter (where r.status <> 'failed'), 0) as promised,
           coalesce(sum(r.amount_minor) filter (where r.status = 'succeeded'), 0) as done
    from refunds r join scope o on o.id = r.order_id
    group by r.payment_id
  )
  select 'an order''s lines do not come to its subtotal', o.id::text,
         (o.total_minor + o.discount_minor - o.shipping_minor - o.tax_minor), l.subtotal::bigint
  from scope o join lines l on l.order_id = o.id
  where l.subtotal <> o.total_minor + o.discount_minor - o.shipping_minor - o.tax_minor
  union all
  select 'an order''s tax is not that of its lines and its shipping', o.id::text, o.tax_minor,
         (l.tax + o.shipping_tax_minor)::bigint
  from scope o join lines l on l.order_id = o.id
  where l.tax + o.shipping_tax_minor <> o.tax_minor or l.tax_included > o.tax_included_minor
  union all
  select 'a discount is not what its lines and its shipping lost', o.id::text, o.discount_minor, l.discount::bigint
  from scope o join lines l on l.order_id = o.id
  where l.is_off or o.discount_minor - l.discount not between 0 and o.shipping_minor
    or (o.discount_minor > 0) <> (o.discount_code is not null)
  union all
  select 'an order that lives has no use of its code, or one that is over has', o.id::text,
         (o.status not in ('cancelled', 'expired'))::int, (u.given_back_at is null and u.order_id is not null)::int
  from scope o left join discount_uses u on u.order_id = o.id
  where o.discount_code is not null
    and (o.status not in ('cancelled', 'expired')) <> (u.given_back_at is null and u.order_id is not null)
  union all
  select 'a code''s counter is not how often it is used', d.id::text, count(u.order_id), d.used
  from discounts d left join discount_uses u on u.discount_id = d.id and u.given_back_at is null
  where p_orders is null and d.usage_limit is not null
  group by d.id having count(u.order_id) <> d.used
  union all
  select 'a buyer''s counter is not how often they use a code', b.discount_id::text, count(u.order_id), b.used
  from discount_buyers b
  left join discount_uses u on u.discount_id = b.discount_id and u.buyer = b.buyer and u.given_back_at is null
  where p_orders is null
  group by b.discount_id, b.buyer, b.used having count(u.order_id) <> b.used
  union all
  select 'a payment does not say what its refunds give back, or they exceed it', pay.id::text,
         pay.refunded_minor, coalesce(g.promised, 0)::bigint
  from payments pay
  join scope o on o.id = pay.order_id
  left join given_back g on g.payment_id = pay.id
  where pay.refunded_minor <> coalesce(g.promised, 0) or pay.refunded_minor > pay.amount_minor
  union all
  select 'an order''s status is not what its refunds say', o.id::text, pay.amount_minor, coalesce(g.done, 0)::bigint
  from scope o
  join payments pay on pay.order_id = o.id and pay.status = 'succeeded'
  left join given_back g on g.payment_id = pay.id
  where case o.status
    when 'refunded' then coalesce(g.done, 0) <> pay.amount_minor
    when 'partially_refunded' then coalesce(g.done, 0) not between 1 and pay.amount_minor - 1
    when 'paid' then coalesce(g.done, 0) > 0
    when 'fulfilled' then coalesce(g.done, 0) > 0
    else false end
  union all
  select 'a line''s refunds are for more units than it had', l.order_id || ' ' || l.position, l.quantity::bigint,
         sum(rl.quantity)
  from scope o
  join refunds r on r.order_id = o.id and r.status <> 'failed'
  join refund_lines rl on rl.refund_id = r.id
  join order_lines l on l.order_id = o.id and l.position = rl.position
  group by l.order_id, l.position, l.quantity having sum(rl.quantity) > l.quantity
$$;
