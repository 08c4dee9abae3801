-- record_audit({ auditId, actor, requestId? }, action, subject, before, after): a row of the audit log, in the transaction of the
-- change. Of two states only the members that differ are kept; nothing is written when none does.
create or replace function record_audit(p jsonb, p_action text, p_subject text, p_before jsonb, p_after jsonb) returns void
language sql
as $$
  insert into audit_log (id, actor, action, subject, before, after, request_id)
  select (p ->> 'auditId')::uuid, p ->> 'actor', p_action, p_subject,
         case when p_before is null or p_after is null then p_before
           else (select jsonb_object_agg(key, value) from jsonb_each(p_before) where value is distinct from p_after -> key) end,
         case when p_before is null or p_after is null then p_after
           else (select jsonb_object_agg(key, value) from jsonb_each(p_after) where value is distinct from p_before -> key) end,
         p ->> 'requestId'
  where p_before is distinct from p_after
$$;
