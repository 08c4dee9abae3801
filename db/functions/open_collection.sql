-- open_collection({ collectionId, actor, auditId }): a collection whose time has come is open, for good: the time is taken out.
-- Answers whether it was to be opened.
create or replace function open_collection(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_before collections%rowtype;
begin
  select * into v_before from collections where id = (p ->> 'collectionId')::uuid and opens_at <= now() for update;
  if not found then
    return to_jsonb(false);
  end if;
  update collections set opens_at = null where id = v_before.id;
  perform will_bump_tags('{collections,products}');
  perform record_audit(p, 'collection.opened', 'col_' || replace(v_before.id::text, '-', ''),
    jsonb_build_object('opens_at', v_before.opens_at), jsonb_build_object('opens_at', null));
  return to_jsonb(true);
end
$$;
