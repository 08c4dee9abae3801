-- record_webhook_attempt({ deliveryId, round, number, isLast, status?, answer?, error?, durationMs, disableAfterDays, auditId })
--
-- Writes down what came of one try, once: a second word about the same try changes nothing. 2xx delivers; 410 means that the
-- endpoint is gone for good. Where the last try of a delivery failed and nothing was delivered for so many days, or where it is
-- gone, the endpoint is switched off, and the owner is told. Answers { result: delivered | failed | over }.
create or replace function record_webhook_attempt(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_status   int := (p ->> 'status')::int;
  v_is_good  boolean := coalesce(v_status between 200 and 299, false);
  v_is_over  boolean := coalesce(v_status = 410, false) or (p ->> 'isLast')::boolean;
  v_endpoint webhook_endpoints%rowtype;
begin
  select e.* into v_endpoint
  from webhook_endpoints e
  join webhook_deliveries d on d.endpoint_id = e.id
  where d.id = (p ->> 'deliveryId')::uuid
  for update of e;
  if not found then
    return jsonb_build_object('result', 'over');
  end if;

  insert into webhook_attempts (delivery_id, round, number, duration_ms, status, answer, error)
  values ((p ->> 'deliveryId')::uuid, (p ->> 'round')::smallint, (p ->> 'number')::smallint, (p ->> 'durationMs')::int, v_status,
          p ->> 'answer', p ->> 'error')
  on conflict do nothing;

  if found then
    update webhook_deliveries
    set status = case when v_is_good then 'delivered' when v_is_over then 'failed' else status end,
        settled_at = case when v_is_good or v_is_over then now() else settled_at end
    where id = (p ->> 'deliveryId')::uuid and round = (p ->> 'round')::smallint;
    update webhook_endpoints
    set failing_since = case when v_is_good then null else coalesce(failing_since, now()) end
    where id = v_endpoint.id and (failing_since is null) <> v_is_good;

    if not v_is_good and v_endpoint.enabled and (v_status = 410 or v_is_over
      and v_endpoint.failing_since < now() - make_interval(days => (p ->> 'disableAfterDays')::int))
    then
      update webhook_endpoints set enabled = false, disabled_at = now() where id = v_endpoint.id;
      perform record_audit(p || '{"actor": "system"}', 'webhook.disabled', 'hook_' || replace(v_endpoint.id::text, '-', ''),
                           jsonb_build_object('enabled', true), jsonb_build_object('enabled', false));
      insert into outbox (id, name, data)
      values (new_uuid_v7(), 'webhooks/endpoint.disabled',
              jsonb_build_object('endpointId', 'hook_' || replace(v_endpoint.id::text, '-', '')));
    end if;
  end if;

  return jsonb_build_object('result', (
    select case when d.status = 'delivered' then 'delivered' when d.status = 'failed' then 'over' else 'failed' end
    from webhook_deliveries d where d.id = (p ->> 'deliveryId')::uuid));
end
$$;
