-- apply_stock_take({ takeId, reason, actor, auditId, eventId, requestId? }): has a count taken over into the stock, by a job.
-- Asked again while that is under way it is announced again: its event or its run may have been lost. Answers { outcome }:
--   applying | stock-take-applied | stock-take-not-found
create or replace function apply_stock_take(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_take stock_takes%rowtype;
  v_id   text;
begin
  select * into v_take from stock_takes where id = (p ->> 'takeId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'stock-take-not-found');
  elsif v_take.status = 'applied' then
    return jsonb_build_object('outcome', 'stock-take-applied');
  end if;
  v_id := 'take_' || replace(v_take.id::text, '-', '');
  if v_take.status = 'ready' then
    update stock_takes set status = 'applying', reason = p ->> 'reason' where id = v_take.id;
    perform record_audit(p, 'stock-take.applied', v_id, null, jsonb_build_object(
      'fileName', v_take.file_name, 'reason', p ->> 'reason', 'differing', v_take.differing));
  end if;
  insert into outbox (id, name, data)
  values ((p ->> 'eventId')::uuid, 'inventory/take.requested', jsonb_build_object('takeId', v_id));
  return jsonb_build_object('outcome', 'applying');
end
$$;
