-- remove_product({ productId, actor, auditId, eventId, requestId? })
--
-- Takes a product out of the shop. Answers { outcome }:
--   deleted            it was never sold: the product is gone, its stock is 0. Its ledger stays, and its offers stay, off
--                      sale, so that carts which hold it go on showing what it was
--   archived           it was sold: orders name it, so it stays, and nobody can buy it any more
--   product-not-found
-- Lock order: the product, then its variants' stock rows, then their lanes, each by id. With the lanes locked no claim
-- of a counted variant is under way, so whether it was sold can be said.
create or replace function remove_product(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_product  products%rowtype;
  v_variants uuid[];
  v_outcome  text;
begin
  select * into v_product from products where id = (p ->> 'productId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'product-not-found');
  end if;

  select array_agg(id) into v_variants from variants where product_id = v_product.id;
  perform from stock_items where variant_id = any (v_variants) order by variant_id for update;
  perform from stock_lanes where variant_id = any (v_variants) order by variant_id, lane for update;

  update offers set sellable = false where product_id = v_product.id and sellable;

  if product_was_sold(v_product.id, v_product.created_at) then
    v_outcome := 'archived';
    update products set status = 'archived', publish_at = null, updated_at = clock_timestamp() where id = v_product.id;
    delete from listings where product_id = v_product.id;
  else
    v_outcome := 'deleted';
    perform set_stock_levels(jsonb_build_object(
      'reason', 'product deleted', 'actor', p -> 'actor',
      'levels', coalesce((
        select jsonb_agg(jsonb_build_object('variantId', id, 'set', 0, 'isNew', false))
        from unnest(v_variants) as id where stock_level(id) > 0), '[]')));
    delete from products where id = v_product.id;
  end if;

  insert into audit_log (id, actor, action, subject, before, after, request_id)
  values ((p ->> 'auditId')::uuid, p ->> 'actor', 'product.' || v_outcome,
          'prod_' || replace(v_product.id::text, '-', ''),
          jsonb_build_object('slug', v_product.slug, 'title', v_product.title, 'status', v_product.status), null,
          p ->> 'requestId');
  insert into outbox (id, name, data)
  values ((p ->> 'eventId')::uuid, 'catalog/product.deleted',
          jsonb_build_object('productId', 'prod_' || replace(v_product.id::text, '-', '')));

  perform will_bump_tags(array['products', product_tag(v_product.id)]);

  return jsonb_build_object('outcome', v_outcome);
end
$$;
