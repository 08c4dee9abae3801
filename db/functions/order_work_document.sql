-- order_work_document(order): what the shop's people need to know of an order beyond what its buyer sees, as one JSON value: how far each
-- line is, parcels, returns, refunds, and what is left of the money. Amounts in minor units, ids as plain uuids.
create or replace function order_work_document(p_order uuid) returns jsonb
language plpgsql stable
as $$
begin
  -- PL/pgSQL for one query, because it keeps the plan.
  return (
    select jsonb_build_object(
      'fulfilment', fulfilment_word(o.status, o.fulfilment),
      'currency', o.currency,
      'units', (
        select jsonb_agg(jsonb_build_object(
          'variantId', u.variant_id, 'sent', u.sent, 'refunded', u.refunded, 'returning', u.returning_units,
          'returned', u.returned, 'toSend', case when o.status in ('paid', 'partially_refunded') then u.to_send else 0 end,
          'paid', l.unit_price_minor * l.quantity - l.discount_minor + l.tax_minor,
          'taxRatePpm', l.tax_rate_ppm, 'canRestock', l.claims is not null) order by u.line)
        from order_units(o.id) as u join order_lines l on l.order_id = o.id and l.position = u.line),
      'parcels', coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', f.id, 'at', f.created_at, 'actor', f.actor, 'carrier', f.carrier, 'trackingNumber', f.tracking_number,
          'trackingUrl', f.tracking_url, 'lines', (
            select jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', fl.quantity) order by fl.position)
            from fulfilment_lines fl join order_lines l on l.order_id = o.id and l.position = fl.position
            where fl.fulfilment_id = f.id)) order by f.id)
        from fulfilments f where f.order_id = o.id), '[]'),
      'returns', coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', r.id, 'at', r.created_at, 'closedAt', r.closed_at, 'status', r.status, 'reason', r.reason, 'actor', r.actor,
          'refundId', case when m.status <> 'failed' then m.id end, 'lines', (
            select jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', rl.quantity) order by rl.position)
            from order_return_lines rl join order_lines l on l.order_id = o.id and l.position = rl.position
            where rl.return_id = r.id)) order by r.id)
        from order_returns r left join refunds m on m.id = r.refund_id where r.order_id = o.id), '[]'),
      'refunds', coalesce((
        select jsonb_agg(refund_document(r.id) || jsonb_build_object('at', r.started_at, 'actor', r.actor) order by r.id)
        from refunds r where r.order_id = o.id), '[]'),
      'taxes', order_taxes(o.id),
      'paid', coalesce(pay.amount_minor, 0),
      'refunded', coalesce(pay.refunded_minor, 0),
      'refundable', case when o.status in ('paid', 'fulfilled', 'partially_refunded', 'cancelled', 'expired')
        then coalesce(pay.amount_minor - pay.refunded_minor, 0) else 0 end,
      'discountCode', o.discount_code,
      'paidAt', o.paid_at,
      'market', c.market,
      'customerId', coalesce(
        (select k.id from customers k where lower(k.email) = lower(c.email)),
        (select first.order_id from order_contacts first where lower(first.email) = lower(c.email) and c.email <> ''
         order by first.order_id limit 1)))
    from orders o
    join order_contacts c on c.order_id = o.id
    left join payments pay on pay.order_id = o.id and pay.status = 'succeeded'
    where o.id = p_order);
end
$$;

-- fulfilment_word(status, column): how far an order is sent, in a word; null where nothing is to be sent.
create or replace function fulfilment_word(p_status order_status, p_fulfilment order_fulfilment) returns text
language sql immutable
as $$
  select case
    when p_fulfilment in ('sent', 'partly-sent') then p_fulfilment::text
    when p_status = 'fulfilled' then 'sent'
    when p_status in ('paid', 'partially_refunded') and p_fulfilment is null then 'unsent' end
$$;
