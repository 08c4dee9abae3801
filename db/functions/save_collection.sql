-- save_collection({ collectionId, isNew, changes: { slug?, title?, description_html?, position?, published?, opens_at?, sort?, image_alt? }, translations?: { language:
--   { title, descriptionHtml } }, add?: [product],
--   remove?: [product], actor, auditId, requestId?, idempotency?: { id, fingerprint (hex), status, body } })
--
-- Makes a collection, or changes what is named of one and which products are in it; orders' own copy of that, which discounts
-- look at, changes in the same transaction. Answers { outcome, ... }:
--   saved { collection, products }          products: how many are in it
--   unknown-products { products: [uuid] }   there are none of these ids to add
--   collection-not-found
-- A slug that another collection has violates collections_slug_key.
create or replace function save_collection(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_id      uuid := (p ->> 'collectionId')::uuid;
  v_add     uuid[] := array(select value::uuid from jsonb_array_elements_text(p -> 'add'));
  v_remove  uuid[] := array(select value::uuid from jsonb_array_elements_text(p -> 'remove'));
  v_unknown jsonb;
  v_before  collections%rowtype;
  v_after   collections%rowtype;
begin
  if not (p ->> 'isNew')::boolean then
    select * into v_before from collections where id = v_id for update;
    if not found then
      return jsonb_build_object('outcome', 'collection-not-found');
    end if;
  end if;
  -- So that none of them is deleted before this commits.
  perform from products where id = any (v_add) order by id for key share;
  select jsonb_agg(id) into v_unknown
  from unnest(v_add) as id where not exists (select from products p where p.id = id.id);
  if v_unknown is not null then
    return jsonb_build_object('outcome', 'unknown-products', 'products', v_unknown);
  end if;

  if v_before.id is null then
    perform keep_answer(p -> 'idempotency');
    v_after := jsonb_populate_record(null::collections, jsonb_build_object('sort', 'newest', 'image_alt', '')
      || (p -> 'changes') || jsonb_build_object('id', v_id, 'arranged', false, 'created_at', now()));
    insert into collections select v_after.*;
  else
    v_after := jsonb_populate_record(v_before, p -> 'changes');
    update collections
    set slug = v_after.slug, title = v_after.title, description_html = v_after.description_html,
        position = v_after.position, published = v_after.published, opens_at = v_after.opens_at,
        sort = v_after.sort, image_alt = v_after.image_alt
    where id = v_id;
  end if;
  if p ? 'translations' then
    delete from collection_translations where collection_id = v_id;
    insert into collection_translations (collection_id, locale, title, description_html)
    select v_id, key, value ->> 'title', value ->> 'descriptionHtml' from jsonb_each(p -> 'translations');
  end if;
  insert into collection_products (collection_id, product_id) select v_id, id from unnest(v_add) as id on conflict do nothing;
  insert into offer_collections (collection_id, product_id) select v_id, id from unnest(v_add) as id on conflict do nothing;
  delete from collection_products where collection_id = v_id and product_id = any (v_remove);
  delete from offer_collections where collection_id = v_id and product_id = any (v_remove);

  if v_after.sort = 'manual' and not v_after.arranged then
    -- The first time it begins as shoppers see it: newest first.
    perform space_out_collection(v_id, true);
    update collections set arranged = true where id = v_id returning * into v_after;
  end if;

  perform will_bump_tags('{collections,products}');
  perform record_audit(p, case when v_before.id is null then 'collection.created' else 'collection.updated' end,
    'col_' || replace(v_id::text, '-', ''), case when v_before.id is not null then to_jsonb(v_before) end,
    to_jsonb(v_after) || jsonb_strip_nulls(jsonb_build_object(
      'translations', p -> 'translations',
      'added', case when v_add <> '{}' then to_jsonb(v_add) end,
      'removed', case when v_remove <> '{}' then to_jsonb(v_remove) end)));
  return jsonb_build_object('outcome', 'saved', 'collection', to_jsonb(v_after),
    'products', (select count(*) from collection_products where collection_id = v_id),
    'translations', collection_translations_of(v_id));
end
$$;

-- space_out_collection(collection, newest first?): gives what is in it places with room between them anew, in the order that it has or
-- newest first. What comes later comes after all of them: there were as many places as there are products. The caller holds its row.
create or replace function space_out_collection(p_collection uuid, p_newest_first boolean) returns void
language sql
as $$
  update collection_products c set place = spaced.at * 1048576
  from (
    select product_id, row_number() over (
      order by case when not p_newest_first then place end, case when p_newest_first then product_id end desc, product_id) as at
    from collection_products where collection_id = p_collection
  ) as spaced
  where c.collection_id = p_collection and c.product_id = spaced.product_id
$$;

-- collection_translations_of(collection): { language: { title, descriptionHtml } }.
create or replace function collection_translations_of(p_collection uuid) returns jsonb
language sql stable
as $$
  select coalesce(jsonb_object_agg(locale, jsonb_build_object('title', title, 'descriptionHtml', description_html)), '{}')
  from collection_translations where collection_id = p_collection
$$;
