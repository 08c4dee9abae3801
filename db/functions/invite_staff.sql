-- invite_staff({ staffId, linkId, eventId, actor, auditId, requestId? })
--
-- Another link by which somebody who has no password yet chooses one. Those before open nothing any more.
-- Answers { outcome, ... }: invited { member } | staff-not-found | invitation-accepted | staff-disabled
create or replace function invite_staff(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_staff staff%rowtype;
  v_name  text;
begin
  select * into v_staff from staff where id = (p ->> 'staffId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'staff-not-found');
  elsif v_staff.password_hash is not null then
    return jsonb_build_object('outcome', 'invitation-accepted');
  elsif v_staff.disabled_at is not null then
    return jsonb_build_object('outcome', 'staff-disabled');
  end if;
  v_name := 'staff_' || replace(v_staff.id::text, '-', '');
  update staff_password_links set used_at = now() where staff_id = v_staff.id and used_at is null;
  insert into staff_password_links (id, staff_id, purpose, expires_at)
  values ((p ->> 'linkId')::uuid, v_staff.id, 'invitation', now() + interval '7 days');
  insert into outbox (id, name, data)
  values ((p ->> 'eventId')::uuid, 'staff/member.invited', jsonb_build_object(
    'linkId', 'link_' || replace(p ->> 'linkId', '-', ''), 'staffId', v_name));
  perform record_audit(p, 'staff.invited', v_name, null, jsonb_build_object('name', v_staff.name, 'role', v_staff.role));
  return jsonb_build_object('outcome', 'invited', 'member', staff_document(v_staff));
end
$$;
