-- remove_collection({ collectionId, actor, auditId, requestId? }). Answers { outcome, ... }:
--   removed
--   collection-in-use { codes: [text] }   discounts that are switched on are for its products: nobody could use them any more
--   collection-not-found
-- save_discount() holds the collection's row while it binds a code to it, so none comes in between.
create or replace function remove_collection(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_before collections%rowtype;
  v_codes  jsonb;
begin
  select * into v_before from collections where id = (p ->> 'collectionId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'collection-not-found');
  end if;
  select jsonb_agg(code order by code) into v_codes from discounts where collection_id = v_before.id and enabled;
  if v_codes is not null then
    return jsonb_build_object('outcome', 'collection-in-use', 'codes', v_codes);
  end if;
  -- The products stay; that they were in it goes with it.
  delete from collections where id = v_before.id;
  delete from offer_collections where collection_id = v_before.id;
  perform will_bump_tags('{collections,products}');
  perform record_audit(p, 'collection.removed', 'col_' || replace(v_before.id::text, '-', ''), to_jsonb(v_before), null);
  return jsonb_build_object('outcome', 'removed');
end
$$;
