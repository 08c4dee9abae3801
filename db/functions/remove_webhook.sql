-- remove_webhook({ id, actor, auditId, requestId? }): takes an endpoint away, with its deliveries and what they log. Answers
-- whether there was one.
create or replace function remove_webhook(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_row webhook_endpoints%rowtype;
begin
  delete from webhook_endpoints where id = (p ->> 'id')::uuid returning * into v_row;
  if not found then
    return 'false';
  end if;
  perform record_audit(p, 'webhook.removed', 'hook_' || replace(v_row.id::text, '-', ''), to_jsonb(v_row), null);
  return 'true';
end
$$;
