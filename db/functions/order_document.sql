-- order_document(order, as placed): an order as one JSON value, amounts in minor units, ids as plain uuids; null when
-- there is none. "As placed" is what checkout answered at the time, however the order has moved on since: it is what a
-- repeated checkout answers.
create or replace function order_document(p_order_id uuid, p_as_placed boolean) returns jsonb
language plpgsql stable
as $$
begin
  -- PL/pgSQL for one query, because it keeps the plan.
  return (
    select jsonb_build_object(
      'id', o.id,
      'number', o.number,
      'status', case when not p_as_placed then
                  case when o.status = 'pending' and o.expires_at <= now() and o.payment_status in ('none', 'declined')
                    then 'expired' else o.status::text end
                when o.total_minor = 0 then 'paid' else 'pending' end,
      'currency', o.currency,
      'lines', (
        select jsonb_agg(jsonb_build_object(
          'variantId', l.variant_id, 'sku', l.sku, 'title', l.title, 'options', l.options, 'quantity', l.quantity,
          'unitPrice', l.unit_price_minor, 'lineTotal', l.unit_price_minor * l.quantity) order by l.position)
        from order_lines l where l.order_id = o.id),
      'subtotal', o.total_minor + o.discount_minor - o.shipping_minor - o.tax_minor,
      'shipping', o.shipping_minor,
      'shippingMethod', o.shipping_method,
      'tax', o.tax_minor,
      'taxIncluded', o.tax_included_minor,
      'discount', o.discount_minor,
      'total', o.total_minor,
      'email', c.email,
      'shippingAddress', c.shipping_address,
      'expiresAt', case when p_as_placed then o.placed_expires_at else o.expires_at end,
      'createdAt', o.created_at,
      'paymentStatus', case when p_as_placed then 'none' else o.payment_status end)
    from orders o
    join order_contacts c on c.order_id = o.id
    where o.id = p_order_id);
end
$$;
