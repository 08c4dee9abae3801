-- save_webhook({ id, url?, events?, enabled?, renew?: true, isNew?: true, actor, auditId, requestId?, idempotency?: { id,
--                fingerprint (hex), status, body } })
--
-- Makes an endpoint, or changes what is named of one. Switching it on again forgets its failures; renew gives it another secret,
-- beside which the one before signs for a day. Answers { endpoint, secretVersion }, or { outcome: 'too-many' } past 20 of them (each
-- event is written once for each), or { outcome: 'webhook-not-found' }.
create or replace function save_webhook(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_id     uuid := (p ->> 'id')::uuid;
  v_before jsonb;
  v_row    webhook_endpoints%rowtype;
begin
  if p ? 'isNew' then
    if (select count(*) >= 20 from webhook_endpoints) then
      return jsonb_build_object('outcome', 'too-many');
    end if;
    perform keep_answer(p -> 'idempotency');
    insert into webhook_endpoints (id, url, events, enabled, created_by)
    values (v_id, p ->> 'url', array(select jsonb_array_elements_text(p -> 'events')), (p ->> 'enabled')::boolean, p ->> 'actor')
    returning * into v_row;
  else
    select * into v_row from webhook_endpoints where id = v_id for update;
    if not found then
      return jsonb_build_object('outcome', 'webhook-not-found');
    end if;
    v_before := to_jsonb(v_row);
    update webhook_endpoints
    set url = coalesce(p ->> 'url', url),
        events = case when p ? 'events' then array(select jsonb_array_elements_text(p -> 'events')) else events end,
        enabled = coalesce((p ->> 'enabled')::boolean, enabled),
        failing_since = case when (p ->> 'enabled')::boolean and not enabled then null else failing_since end,
        disabled_at = case when p ? 'enabled' then null else disabled_at end,
        secret_version = case when p ? 'renew' then secret_version + 1 else secret_version end,
        rotated_at = case when p ? 'renew' then now() else rotated_at end
    where id = v_id
    returning * into v_row;
  end if;
  perform record_audit(p, case when p ? 'isNew' then 'webhook.created' when p ? 'renew' then 'webhook.secret-renewed'
                            else 'webhook.changed' end,
                       'hook_' || replace(v_id::text, '-', ''), v_before, to_jsonb(v_row));
  return jsonb_build_object('endpoint', webhook_endpoint_document(v_row), 'secretVersion', v_row.secret_version);
end
$$;

-- webhook_endpoint_document(endpoint): an endpoint as one JSON value.
create or replace function webhook_endpoint_document(e webhook_endpoints) returns jsonb
language sql stable
as $$
  select jsonb_build_object('id', e.id, 'url', e.url, 'events', e.events, 'enabled', e.enabled,
    'failingSince', e.failing_since, 'disabledAt', e.disabled_at, 'createdAt', e.created_at)
$$;
