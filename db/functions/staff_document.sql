-- staff_document(member): a member of staff as owners see them, as one JSON value: never the password, but whether a second
-- factor is set, and until when the invitation of somebody who has chosen no password yet is good.
create or replace function staff_document(s staff) returns jsonb
language sql stable
as $$
  select (to_jsonb(s) - 'password_hash') || jsonb_build_object(
    'second_factor', exists (select from staff_second_factors f where f.staff_id = s.id and f.confirmed_at is not null),
    'invited', case when s.password_hash is null then jsonb_build_object('expiresAt', (
      select max(expires_at) from staff_password_links l where l.staff_id = s.id and l.used_at is null)) end)
$$;
