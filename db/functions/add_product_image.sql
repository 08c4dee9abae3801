-- add_product_image({ productId, imageId, url, contentHash (hex), alt, most, actor, auditId, eventId, requestId?, idempotency? })
--
-- Puts an uploaded picture last among those of a product; a job renders it, unless the same picture was rendered before. `url`
-- is what it goes by among the pictures that lie elsewhere, so that equal uploads are rendered once. Answers { outcome }:
--   added { path, width, height, position } | product-not-found | too-many-images
create or replace function add_product_image(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_product  uuid := (p ->> 'productId')::uuid;
  v_known    remote_images%rowtype;
  v_position int;
  v_count    int;
  v_id       text := 'prod_' || replace(v_product::text, '-', '');
begin
  perform from products where id = v_product for update;
  if not found then
    return jsonb_build_object('outcome', 'product-not-found');
  end if;
  select count(*), coalesce(max(position) + 1, 0) into v_count, v_position from product_images where product_id = v_product;
  if v_count >= (p ->> 'most')::int then
    return jsonb_build_object('outcome', 'too-many-images');
  end if;
  perform keep_answer(p -> 'idempotency');
  insert into remote_images (url_hash, url, status, content_hash)
  values (sha256(convert_to(p ->> 'url', 'UTF8')), p ->> 'url', 'fetched', decode(p ->> 'contentHash', 'hex'))
  on conflict (url_hash) do update
  set status = 'fetched', attempts = 0, due_at = now(), message = null
  where remote_images.status in ('failed', 'wanted');
  select * into v_known from remote_images where url_hash = sha256(convert_to(p ->> 'url', 'UTF8'));

  insert into product_images (id, product_id, position, alt, source_url, path, width, height)
  values ((p ->> 'imageId')::uuid, v_product, v_position, p ->> 'alt', p ->> 'url', v_known.path, v_known.width, v_known.height);
  -- A new version: who read the product without its picture must not write it back without.
  update products set updated_at = clock_timestamp() where id = v_product;
  perform record_audit(p, 'product.image-added', v_id, null,
    jsonb_build_object('imageId', 'img_' || replace(p ->> 'imageId', '-', ''), 'alt', p ->> 'alt'));
  insert into outbox (id, name, data) values
    ((p ->> 'eventId')::uuid, 'catalog/product.updated', jsonb_build_object('productId', v_id)),
    (new_uuid_v7(), 'catalog/picture.uploaded', jsonb_build_object('productId', v_id));
  perform will_bump_tags(array['products', product_tag(v_product)]);
  return jsonb_build_object('outcome', 'added', 'path', v_known.path, 'width', v_known.width, 'height', v_known.height,
    'position', v_position);
end
$$;
