-- refund_document(refund): a refund as one JSON value, amounts in minor units, ids as plain uuids.
create or replace function refund_document(p_refund uuid) returns jsonb
language sql stable
as $$
  select jsonb_build_object(
    'id', r.id, 'orderId', r.order_id, 'paymentId', r.payment_id, 'amount', r.amount_minor, 'currency', r.currency,
    'status', r.status, 'reason', r.reason,
    'lines', coalesce((
      select jsonb_agg(jsonb_build_object(
        'variantId', l.variant_id, 'quantity', rl.quantity, 'amount', rl.amount_minor,
        'restocked', rl.restock_quantity) order by rl.position)
      from refund_lines rl
      join order_lines l on l.order_id = r.order_id and l.position = rl.position
      where rl.refund_id = r.id), '[]'))
  from refunds r
  where r.id = p_refund
$$;
