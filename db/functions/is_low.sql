-- is_low(variant): whether a counted variant has few units left: as many as its own level, or as the shop's, or fewer.
create or replace function is_low(p_variant uuid) returns boolean
language sql stable
as $$
  select exists (
    select from stock_items i
    where i.variant_id = p_variant and i.counted
      and stock_level(i.variant_id) <= coalesce(i.low_at, (select low_stock_threshold from shop_settings)))
$$;
