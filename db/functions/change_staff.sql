-- change_staff({ staffId, changes: { name?, role? }, disabled?, actor, auditId, requestId? }) and
-- remove_staff({ staffId, actor, auditId, requestId? })
--
-- Answer { outcome, ... }: changed { member, standing } | removed | staff-not-found | last-owner
-- standing: whether role or access are others now, so that sessions have to end. An owner who can sign in is enabled and has a
-- password; one of them is always left. All owners are locked first, by id, so that two who leave at once queue.
create or replace function change_staff(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_before staff%rowtype;
  v_after  staff%rowtype;
begin
  perform from staff where role = 'owner' order by id for update;
  select * into v_before from staff where id = (p ->> 'staffId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'staff-not-found');
  end if;
  v_after := jsonb_populate_record(v_before, p -> 'changes');
  if p ? 'disabled' then
    v_after.disabled_at := case when (p ->> 'disabled')::boolean then coalesce(v_before.disabled_at, now()) end;
  end if;
  if v_before.role = 'owner' and v_before.disabled_at is null
    and (v_after.role <> 'owner' or v_after.disabled_at is not null)
    and not has_other_owner(v_before.id)
  then
    return jsonb_build_object('outcome', 'last-owner');
  end if;

  update staff set name = v_after.name, role = v_after.role, disabled_at = v_after.disabled_at where id = v_after.id;
  perform record_audit(p, 'staff.updated', 'staff_' || replace(v_after.id::text, '-', ''),
    to_jsonb(v_before) - array['email', 'password_hash'], to_jsonb(v_after) - array['email', 'password_hash']);
  return jsonb_build_object('outcome', 'changed', 'member', staff_document(v_after),
    'standing', v_after.role <> v_before.role or v_after.disabled_at is distinct from v_before.disabled_at);
end
$$;

create or replace function remove_staff(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_before staff%rowtype;
begin
  perform from staff where role = 'owner' order by id for update;
  select * into v_before from staff where id = (p ->> 'staffId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'staff-not-found');
  elsif v_before.role = 'owner' and v_before.disabled_at is null and not has_other_owner(v_before.id) then
    return jsonb_build_object('outcome', 'last-owner');
  end if;
  delete from staff where id = v_before.id;
  perform record_audit(p, 'staff.removed', 'staff_' || replace(v_before.id::text, '-', ''),
    to_jsonb(v_before) - array['email', 'password_hash'], null);
  return jsonb_build_object('outcome', 'removed');
end
$$;

-- has_other_owner(member): whether somebody else is an owner who can sign in.
create or replace function has_other_owner(p_staff uuid) returns boolean
language sql stable
as $$
  select exists (
    select from staff where role = 'owner' and disabled_at is null and password_hash is not null and id <> p_staff)
$$;
