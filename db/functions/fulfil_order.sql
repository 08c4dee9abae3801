-- fulfil_order({ orderId, carrier?, trackingNumber?, trackingUrl?, actor, auditId, requestId?,
--                idempotency?: { id, fingerprint (hex) } })
--
-- A paid order was sent. Answers { outcome }:
--   fulfilled | replayed
--   refund-in-progress   its money may be on the way back: what is refunded whole should not be sent
--   idempotency-key-reused | order-not-found | invalid-transition
create or replace function fulfil_order(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_order   orders%rowtype;
  v_earlier jsonb;
  v_parcel  jsonb := jsonb_strip_nulls(jsonb_build_object(
    'carrier', p ->> 'carrier', 'trackingNumber', p ->> 'trackingNumber', 'trackingUrl', p ->> 'trackingUrl'));
begin
  select * into v_order from orders where id = (p ->> 'orderId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'order-not-found');
  end if;

  v_earlier := earlier_move(p -> 'idempotency');
  if v_earlier is not null then
    return v_earlier;
  elsif v_order.status <> 'paid' then
    return jsonb_build_object('outcome', 'invalid-transition');
  elsif exists (select from refunds where order_id = v_order.id and status in ('processing', 'in-doubt')) then
    return jsonb_build_object('outcome', 'refund-in-progress');
  end if;

  perform keep_move(p -> 'idempotency');
  update orders set status = 'fulfilled' where id = v_order.id;
  insert into order_events (order_id, kind, data, actor) values (v_order.id, 'fulfilled', v_parcel, p ->> 'actor');
  insert into outbox (id, name, data)
  values (new_uuid_v7(), 'orders/order.fulfilled',
          jsonb_build_object('orderId', 'ord_' || replace(v_order.id::text, '-', '')));
  perform record_audit(p, 'order.fulfilled', 'ord_' || replace(v_order.id::text, '-', ''),
    jsonb_build_object('status', v_order.status), jsonb_build_object('status', 'fulfilled') || v_parcel);
  return jsonb_build_object('outcome', 'fulfilled');
end
$$;
