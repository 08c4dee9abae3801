-- The trigger that keeps the address a product or a collection had before it got another, so that links to it go on leading
-- there. Whoever had an address last is where it leads. A trigger, because slugs are written in several ways: by the API, an
-- import, a save of many.
create or replace function keep_former_slug() returns trigger
language plpgsql
as $$
begin
  if tg_table_name = 'products' then
    insert into former_product_slugs (slug, product_id) values (old.slug, old.id)
    on conflict (slug) do update set product_id = excluded.product_id;
  else
    insert into former_collection_slugs (slug, collection_id) values (old.slug, old.id)
    on conflict (slug) do update set collection_id = excluded.collection_id;
  end if;
  return null;
end
$$;

create or replace trigger products_keep_former_slug after update of slug on products
for each row when (old.slug is distinct from new.slug) execute function keep_former_slug();

create or replace trigger collections_keep_former_slug after update of slug on collections
for each row when (old.slug is distinct from new.slug) execute function keep_former_slug();
