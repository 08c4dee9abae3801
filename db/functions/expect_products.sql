-- expect_products([{ id, version }]): locks these products' rows (in id order) until the transaction ends, and fails as
-- a violation of products_version_check when one is gone or was written since it had this version (updated_at). It
-- comes first in a batch that rewrites products from what was read before: whoever read an older state must look again.
create or replace function expect_products(p jsonb) returns void
language plpgsql
as $$
begin
  perform from products
  where id in (select (expected ->> 'id')::uuid from jsonb_array_elements(p) as expected)
  order by id
  for update;

  if exists (
    select from jsonb_array_elements(p) as expected
    left join products on id = (expected ->> 'id')::uuid
    where updated_at is distinct from (expected ->> 'version')::timestamptz
  ) then
    raise exception 'a product was changed since it was read'
      using errcode = 'check_violation', constraint = 'products_version_check', table = 'products';
  end if;
end
$$;
