-- move_in_collection({ collectionId, productId, to?: first | up | down | last, after?: product, before?: product, actor, auditId,
--                      requestId? }), one of the three
--
-- Gives a product another place in a collection that is arranged by hand. One row is written; only where there is no room left between two,
-- all of them are spaced out first. Answers { outcome }:
--   moved                 also where it stood there already
--   collection-not-found | product-not-in-collection | not-arranged-by-hand
--   unknown-neighbour     after or before names nothing that is in it
create or replace function move_in_collection(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_id        uuid := (p ->> 'collectionId')::uuid;
  v_product   uuid := (p ->> 'productId')::uuid;
  v_neighbour uuid := coalesce(p ->> 'after', p ->> 'before')::uuid;
  v_sort      text;
  v_mine      bigint;
  v_low       bigint;
  v_high      bigint;
begin
  select sort into v_sort from collections where id = v_id for update;
  if not found then
    return jsonb_build_object('outcome', 'collection-not-found');
  elsif not exists (select from collection_products where collection_id = v_id and product_id = v_product) then
    return jsonb_build_object('outcome', 'product-not-in-collection');
  elsif v_sort <> 'manual' then
    return jsonb_build_object('outcome', 'not-arranged-by-hand');
  elsif v_neighbour is not null
    and not exists (select from collection_products where collection_id = v_id and product_id = v_neighbour) then
    return jsonb_build_object('outcome', 'unknown-neighbour');
  elsif v_neighbour = v_product then
    return jsonb_build_object('outcome', 'moved');
  end if;

  loop
    select place into strict v_mine from collection_products where collection_id = v_id and product_id = v_product;
    -- Between which two places it is to stand; null: there is none on that side.
    v_low := null;
    v_high := null;
    if v_neighbour is not null then
      select place into strict v_low from collection_products where collection_id = v_id and product_id = v_neighbour;
      if p ? 'after' then
        v_high := place_beyond(v_id, v_product, v_low);
      else
        v_high := v_low;
        v_low := place_short_of(v_id, v_product, v_high);
      end if;
    elsif p ->> 'to' = 'first' then
      v_high := place_beyond(v_id, v_product, null);
    elsif p ->> 'to' = 'last' then
      v_low := place_short_of(v_id, v_product, null);
    elsif p ->> 'to' = 'up' then
      v_high := place_short_of(v_id, v_product, v_mine);
      v_low := place_short_of(v_id, v_product, v_high);
      exit when v_high is null;
    else
      v_low := place_beyond(v_id, v_product, v_mine);
      v_high := place_beyond(v_id, v_product, v_low);
      exit when v_low is null;
    end if;
    exit when coalesce(v_mine > v_low, true) and coalesce(v_mine < v_high, true);

    if v_high - v_low < 2 then
      perform space_out_collection(v_id, false);
      continue;
    end if;
    update collection_products
    set place = case
      -- As whatever comes in: after all that will have been there.
      when v_high is null then nextval('collection_places') * 1048576
      when v_low is null then v_high - 1048576
      else v_low + (v_high - v_low) / 2 end
    where collection_id = v_id and product_id = v_product;
    perform will_bump_tags('{collections,products}');
    perform record_audit(p, 'collection.product-moved', 'col_' || replace(v_id::text, '-', ''), null,
      jsonb_strip_nulls(jsonb_build_object(
        'productId', v_product, 'to', p ->> 'to', 'after', p ->> 'after', 'before', p ->> 'before')));
    exit;
  end loop;
  return jsonb_build_object('outcome', 'moved');
end
$$;

-- place_beyond(collection, product, place): the next place after this one that another product has; the first one of all after null.
create or replace function place_beyond(p_collection uuid, p_product uuid, p_place bigint) returns bigint
language sql stable
as $$
  select place from collection_products
  where collection_id = p_collection and place > coalesce(p_place, -9223372036854775808) and product_id <> p_product
  order by place limit 1
$$;

-- place_short_of(collection, product, place): the next one before this one; the last one of all before null.
create or replace function place_short_of(p_collection uuid, p_product uuid, p_place bigint) returns bigint
language sql stable
as $$
  select place from collection_products
  where collection_id = p_collection and place < coalesce(p_place, 9223372036854775807) and product_id <> p_product
  order by place desc limit 1
$$;
