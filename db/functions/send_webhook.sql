-- send_webhook({ deliveryId, actor, auditId, requestId? }): has a delivery that is settled sent again, in a new round of tries. One
-- that is still being tried stays as it is. Or
-- send_webhook({ endpointId, pingId, eventId, type, ... }): has a ping sent.
-- Answers { delivery }, or { outcome }: webhook-not-found | webhook-delivery-not-found | webhook-disabled.
create or replace function send_webhook(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_endpoint_id uuid := (p ->> 'endpointId')::uuid;
  v_endpoint    webhook_endpoints%rowtype;
  v_delivery    webhook_deliveries%rowtype;
begin
  if p ? 'deliveryId' then
    select endpoint_id into v_endpoint_id from webhook_deliveries where id = (p ->> 'deliveryId')::uuid;
    if not found then
      return jsonb_build_object('outcome', 'webhook-delivery-not-found');
    end if;
  end if;
  -- The endpoint first, as whoever removes it does: it must not go while something is written for it.
  select * into v_endpoint from webhook_endpoints where id = v_endpoint_id for key share;
  if found and p ? 'deliveryId' then
    select * into v_delivery from webhook_deliveries where id = (p ->> 'deliveryId')::uuid for update;
  end if;
  if v_endpoint.id is null or p ? 'deliveryId' and v_delivery.id is null then
    return jsonb_build_object('outcome', case when p ? 'deliveryId' then 'webhook-delivery-not-found' else 'webhook-not-found' end);
  elsif not v_endpoint.enabled then
    return jsonb_build_object('outcome', 'webhook-disabled');
  end if;

  if v_delivery.id is null then
    insert into webhook_deliveries (id, endpoint_id, event_id, type, data, happened_at)
    values ((p ->> 'pingId')::uuid, v_endpoint.id, (p ->> 'eventId')::uuid, p ->> 'type',
            jsonb_build_object('endpointId', 'hook_' || replace(v_endpoint.id::text, '-', '')), now())
    returning * into v_delivery;
  elsif v_delivery.status = 'pending' then
    return jsonb_build_object('delivery', webhook_delivery_document(v_delivery));
  else
    update webhook_deliveries set status = 'pending', settled_at = null, round = round + 1
    where id = v_delivery.id returning * into v_delivery;
  end if;
  insert into outbox (id, name, data)
  values (new_uuid_v7(), 'webhooks/delivery.requested', jsonb_build_object(
    'deliveryId', 'dlv_' || replace(v_delivery.id::text, '-', ''),
    'endpointId', 'hook_' || replace(v_endpoint.id::text, '-', ''), 'round', v_delivery.round));
  perform record_audit(p, case when p ? 'deliveryId' then 'webhook.replayed' else 'webhook.pinged' end,
                       'hook_' || replace(v_endpoint.id::text, '-', ''), null,
                       jsonb_build_object('deliveryId', 'dlv_' || replace(v_delivery.id::text, '-', '')));
  return jsonb_build_object('delivery', webhook_delivery_document(v_delivery));
end
$$;

-- webhook_delivery_document(delivery): a delivery with its tries, newest first, as one JSON value.
create or replace function webhook_delivery_document(d webhook_deliveries) returns jsonb
language sql stable
as $$
  select jsonb_build_object('id', d.id, 'endpointId', d.endpoint_id, 'eventId', d.event_id, 'type', d.type, 'status', d.status,
    'createdAt', d.created_at, 'settledAt', d.settled_at, 'happenedAt', d.happened_at, 'data', d.data,
    'attempts', coalesce((
      select jsonb_agg(jsonb_build_object('at', a.at, 'durationMs', a.duration_ms, 'status', a.status, 'answer', a.answer,
                                          'error', a.error) order by a.round desc, a.number desc)
      from webhook_attempts a where a.delivery_id = d.id), '[]'))
$$;
