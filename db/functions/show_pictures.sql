-- show_pictures({ limit }): lets up to so many products show pictures of theirs that were rendered, and announces each as
-- updated. Products that somebody is writing are left for the next time: their new version would not know of the picture.
-- Answers the products.
drop function if exists show_pictures(jsonb);

create or replace function show_pictures(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_products uuid[];
begin
  select array_agg(locked.id) into v_products
  from (
    select id from products
    where id = any (array(
      select i.product_id
      from product_images i
      join remote_images r on r.url_hash = sha256(convert_to(i.source_url, 'UTF8')) and r.status = 'rendered'
      where i.path is null
      limit (p ->> 'limit')::int))
    order by id
    for update skip locked
  ) as locked;
  if v_products is null then
    return '[]';
  end if;

  update product_images i
  set path = r.path, width = r.width, height = r.height
  from remote_images r
  where i.product_id = any (v_products) and i.path is null
    and r.url_hash = sha256(convert_to(i.source_url, 'UTF8')) and r.status = 'rendered';

  -- A new version: who read the product without its picture must not write it back without.
  update products set updated_at = clock_timestamp() where id = any (v_products);
  insert into outbox (id, name, data)
  select new_uuid_v7(), 'catalog/product.updated',
         jsonb_build_object('productId', 'prod_' || replace(id::text, '-', ''))
  from unnest(v_products) as id;
  perform will_bump_tags(array['products'] || array(select product_tag(id) from unnest(v_products) as id));
  return to_jsonb(v_products);
end
$$;
