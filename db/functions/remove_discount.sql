-- remove_discount({ discountId, actor, auditId, requestId? }). Answers { outcome }:
--   removed            no order ever used it: it is gone
--   disabled           orders name it, so it stays, switched off
--   discount-not-found
create or replace function remove_discount(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_before discounts%rowtype;
  v_after  discounts%rowtype;
begin
  -- Whoever takes a use meanwhile waits for this, or this for them.
  select * into v_before from discounts where id = (p ->> 'discountId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'discount-not-found');
  end if;
  begin
    delete from discounts where id = v_before.id;
  exception when foreign_key_violation then
    update discounts set enabled = false, updated_at = now() where id = v_before.id returning * into v_after;
  end;
  perform record_audit(p, case when v_after.id is null then 'discount.removed' else 'discount.disabled' end,
    'disc_' || replace(v_before.id::text, '-', ''), to_jsonb(v_before) - 'updated_at',
    case when v_after.id is not null then to_jsonb(v_after) - 'updated_at' end);
  return jsonb_build_object('outcome', case when v_after.id is null then 'removed' else 'disabled' end);
end
$$;
