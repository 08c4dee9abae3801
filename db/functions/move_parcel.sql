-- change_parcel({ orderId, fulfilmentId, changes: { carrier?, tracking_number?, tracking_url? } (null: none), tellBuyer?, actor, auditId,
--                 requestId? })
--
-- What is known of a parcel was noted wrongly. With tellBuyer the mail about the parcel is sent once more, from the facts as they are now.
-- Answers { outcome }: changed | parcel-not-found
create or replace function change_parcel(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_before fulfilments%rowtype;
  v_after  fulfilments%rowtype;
  v_event  uuid;
begin
  -- The order's row first: the global lock order.
  select f.* into v_before
  from orders o join fulfilments f on f.order_id = o.id
  where o.id = (p ->> 'orderId')::uuid and f.id = (p ->> 'fulfilmentId')::uuid
  for update of o;
  if not found then
    return jsonb_build_object('outcome', 'parcel-not-found');
  end if;

  v_after := jsonb_populate_record(v_before, p -> 'changes');
  if v_after is distinct from v_before then
    update fulfilments
    set carrier = v_after.carrier, tracking_number = v_after.tracking_number, tracking_url = v_after.tracking_url
    where id = v_before.id;
    perform tell_of_parcel(p, 'changed', parcel_facts(v_after));
    perform record_audit(p, 'order.parcel-changed', 'ord_' || replace(v_before.order_id::text, '-', ''),
      parcel_facts(v_before), parcel_facts(v_after));
  end if;
  if (p ->> 'tellBuyer')::boolean then
    v_event := new_uuid_v7();
    insert into outbox (id, name, data)
    values (v_event, 'notifications/order-mail.requested', jsonb_build_object(
      'kind', case when exists (
          select from order_events
          where order_id = v_before.order_id and kind = 'fulfilled'
            and data ->> 'fulfilmentId' = parcel_facts(v_before) ->> 'fulfilmentId')
        then 'order-shipped' else 'order-part-shipped' end,
      'orderId', 'ord_' || replace(v_before.order_id::text, '-', ''),
      'fulfilmentId', parcel_facts(v_before) -> 'fulfilmentId',
      'again', 'evt_' || replace(v_event::text, '-', '')));
  end if;
  return jsonb_build_object('outcome', 'changed');
end
$$;

-- take_back_parcel({ orderId, fulfilmentId, actor, auditId, requestId?, idempotency?: { id, fingerprint (hex) } })
--
-- A parcel was marked as sent and was not: its units are to be sent again, and an order that was fulfilled is paid. The parcel is gone,
-- so that whoever counts units and whoever is about to write to the buyer finds none; history and audit log tell of it. Answers { outcome }:
--   taken-back | replayed | idempotency-key-reused | parcel-not-found
--   parcel-returned      units that only this parcel can have brought are coming back, or came
--   refund-in-progress   the order may move by it; what is left then decides
create or replace function take_back_parcel(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_order   orders%rowtype;
  v_parcel  fulfilments%rowtype;
  v_earlier jsonb;
  v_lines   jsonb;
begin
  select * into v_order from orders where id = (p ->> 'orderId')::uuid for update;
  v_earlier := earlier_move(p -> 'idempotency');
  if v_earlier is not null then
    return v_earlier;
  end if;
  select * into v_parcel from fulfilments where id = (p ->> 'fulfilmentId')::uuid and order_id = v_order.id;
  if not found then
    return jsonb_build_object('outcome', 'parcel-not-found');
  elsif exists (
    select from order_units(v_order.id) as u
    join fulfilment_lines fl on fl.fulfilment_id = v_parcel.id and fl.position = u.line
    where u.returning_units + u.returned > u.sent - fl.quantity) then
    return jsonb_build_object('outcome', 'parcel-returned');
  elsif exists (select from refunds where order_id = v_order.id and status in ('processing', 'in-doubt')) then
    return jsonb_build_object('outcome', 'refund-in-progress');
  end if;

  perform keep_move(p -> 'idempotency');
  select jsonb_agg(jsonb_build_object(
    'variantId', 'var_' || replace(l.variant_id::text, '-', ''), 'quantity', fl.quantity) order by fl.position)
  into v_lines
  from fulfilment_lines fl join order_lines l on l.order_id = v_order.id and l.position = fl.position
  where fl.fulfilment_id = v_parcel.id;
  delete from fulfilment_lines where fulfilment_id = v_parcel.id;
  delete from fulfilments where id = v_parcel.id;
  perform settle_fulfilment(v_order.id);
  update orders set status = 'paid' where id = v_order.id and status = 'fulfilled';

  perform tell_of_parcel(p, 'taken-back', parcel_facts(v_parcel));
  perform record_audit(p, 'order.parcel-taken-back', 'ord_' || replace(v_order.id::text, '-', ''),
    jsonb_build_object('status', v_order.status, 'lines', v_lines) || parcel_facts(v_parcel),
    jsonb_build_object('status', case when v_order.status = 'fulfilled' then 'paid' else v_order.status::text end));
  return jsonb_build_object('outcome', 'taken-back');
end
$$;

-- parcel_facts(parcel): what history and audit log say of it.
create or replace function parcel_facts(p fulfilments) returns jsonb
language sql immutable
as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'fulfilmentId', 'ful_' || replace(p.id::text, '-', ''), 'carrier', p.carrier, 'trackingNumber', p.tracking_number,
    'trackingUrl', p.tracking_url))
$$;

-- tell_of_parcel(call, what, facts): the order's history, and whoever listens.
create or replace function tell_of_parcel(p jsonb, p_what text, p_facts jsonb) returns void
language sql
as $$
  insert into order_events (order_id, kind, data, actor)
  values ((p ->> 'orderId')::uuid, 'parcel-' || p_what, p_facts, p ->> 'actor');
  insert into outbox (id, name, data)
  values (new_uuid_v7(), 'orders/parcel.' || p_what, jsonb_build_object(
    'orderId', 'ord_' || replace(p ->> 'orderId', '-', ''), 'fulfilmentId', p_facts -> 'fulfilmentId'));
$$;
