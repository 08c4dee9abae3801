-- fulfil_order({ orderId, fulfilmentId, lines?: [{ variantId, quantity }], carrier?, trackingNumber?, trackingUrl?, actor, auditId,
--                requestId?, idempotency?: { id, fingerprint (hex) } })
--
-- A parcel of a paid order was sent: with these units, or with all that are still to be sent. The order is fulfilled with the last of
-- them; until then it stays paid. What is left of an order of which a part was refunded is sent unit by unit, and its status
-- stays. Answers { outcome }:
--   fulfilled | replayed | invalid { problems: [{ path, reason, left }] }
--   refund-in-progress   its money may be on the way back: what is refunded whole should not be sent
--   idempotency-key-reused | order-not-found | invalid-transition
create or replace function fulfil_order(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_order    orders%rowtype;
  v_earlier  jsonb;
  v_problems jsonb;
  v_ful      uuid := coalesce((p ->> 'fulfilmentId')::uuid, new_uuid_v7());
  v_done     boolean;
  v_parcel   jsonb := jsonb_strip_nulls(jsonb_build_object(
    'carrier', p ->> 'carrier', 'trackingNumber', p ->> 'trackingNumber', 'trackingUrl', p ->> 'trackingUrl'));
begin
  select * into v_order from orders where id = (p ->> 'orderId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'order-not-found');
  end if;

  v_earlier := earlier_move(p -> 'idempotency');
  if v_earlier is not null then
    return v_earlier;
  elsif v_order.status <> 'paid' and not (v_order.status = 'partially_refunded' and p ? 'lines') then
    return jsonb_build_object('outcome', 'invalid-transition');
  elsif exists (select from refunds where order_id = v_order.id and status in ('processing', 'in-doubt')) then
    return jsonb_build_object('outcome', 'refund-in-progress');
  end if;
  v_problems := asked_units_problems(v_order.id, p -> 'lines', 'to-send');
  if v_problems is not null then
    return jsonb_build_object('outcome', 'invalid', 'problems', v_problems);
  end if;

  perform keep_move(p -> 'idempotency');
  insert into fulfilments (id, order_id, carrier, tracking_number, tracking_url, actor)
  values (v_ful, v_order.id, p ->> 'carrier', p ->> 'trackingNumber', p ->> 'trackingUrl', p ->> 'actor');
  insert into fulfilment_lines (fulfilment_id, position, quantity)
  select v_ful, u.line, wanted.units
  from order_units(v_order.id) as u
  cross join lateral (
    select case when p ? 'lines' then (
      select sum((entry ->> 'quantity')::int) from jsonb_array_elements(p -> 'lines') as entry
      where (entry ->> 'variantId')::uuid = u.variant_id)
    else u.to_send end::int as units
  ) as wanted
  where wanted.units > 0;
  perform settle_fulfilment(v_order.id);

  select sum(to_send) = 0 into v_done from order_units(v_order.id);
  v_parcel := v_parcel || jsonb_build_object('fulfilmentId', 'ful_' || replace(v_ful::text, '-', ''));
  if v_done and v_order.status = 'paid' then
    update orders set status = 'fulfilled' where id = v_order.id;
    insert into order_events (order_id, kind, data, actor) values (v_order.id, 'fulfilled', v_parcel, p ->> 'actor');
    insert into outbox (id, name, data)
    values (new_uuid_v7(), 'orders/order.fulfilled',
            jsonb_build_object('orderId', 'ord_' || replace(v_order.id::text, '-', ''),
                               'fulfilmentId', v_parcel -> 'fulfilmentId'));
  else
    insert into order_events (order_id, kind, data, actor) values (v_order.id, 'parcel-sent', v_parcel, p ->> 'actor');
    insert into outbox (id, name, data)
    values (new_uuid_v7(), 'orders/parcel.sent',
            jsonb_build_object('orderId', 'ord_' || replace(v_order.id::text, '-', ''),
                               'fulfilmentId', v_parcel -> 'fulfilmentId'));
  end if;
  perform record_audit(p, case when v_done then 'order.fulfilled' else 'order.parcel-sent' end,
    'ord_' || replace(v_order.id::text, '-', ''), jsonb_build_object('status', v_order.status),
    jsonb_build_object('status', case when v_done and v_order.status = 'paid' then 'fulfilled' else v_order.status::text end)
      || v_parcel);
  return jsonb_build_object('outcome', 'fulfilled');
end
$$;

-- fulfil_orders({ orderIds, actor, requestId? }): sends each of these orders, all that is left of it, in the order of their ids, as every
-- lock of several orders is taken. One that cannot be sent does not keep the others. Answers [{ orderId, outcome }].
create or replace function fulfil_orders(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_id     uuid;
  v_answer jsonb;
  v_done   jsonb := '[]';
begin
  for v_id in select distinct id::uuid from jsonb_array_elements_text(p -> 'orderIds') as id order by 1 loop
    v_answer := fulfil_order(jsonb_build_object('orderId', v_id, 'auditId', new_uuid_v7(), 'actor', p -> 'actor',
                                                'requestId', p -> 'requestId'));
    v_done := v_done || jsonb_build_object('orderId', v_id, 'outcome', v_answer -> 'outcome');
  end loop;
  return v_done;
end
$$;
