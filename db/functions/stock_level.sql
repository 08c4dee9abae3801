-- stock_level(variant): the units free now, by what is committed; null when the variant is not counted; 0 for a variant
-- that has no stock row, which therefore cannot be sold.
create or replace function stock_level(p_variant uuid) returns int
language sql stable
as $$
  select case when i.counted is false then null else
    coalesce((select sum(s.available) from stock_lanes s where s.variant_id = p_variant), 0)::int end
  from (select p_variant) as asked
  left join stock_items i on i.variant_id = p_variant
$$;

-- free_units(variant): the same for whoever only looks: units of holds whose time is over are free, released or not. Level
-- and due units come from one snapshot, so units that are being released right now count exactly once.
create or replace function free_units(p_variant uuid) returns int
language sql stable
as $$
  select stock_level(p_variant) + due_units(p_variant)
$$;

-- look_up_stock(variant, wanted): the same for a reader who wants so many. When fewer are free, the units of holds whose
-- time is over are counted, and released: they are for sale again at once and not when the next sweep comes.
create or replace function look_up_stock(p_variant uuid, p_wanted int) returns int
language plpgsql
as $$
declare
  v_level int := stock_level(p_variant);
begin
  if v_level < p_wanted then
    v_level := free_units(p_variant);
    if v_level > 0 then
      perform release_due_holds(100, array[p_variant]);
    end if;
  end if;
  return v_level;
end
$$;
