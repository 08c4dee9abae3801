-- mark_low_stock(): notes which counted variants sales have brought to their level or below (their own, else the shop's), and
-- announces those that were not noted yet (inventory/stock.low). A note goes once the variant was filled up, so each fall is told
-- once; holds that come and go do not count as filling up. Lists of what is low are brought up to date on the way. Reads all
-- lanes: for a job, not for a request. Answers how many fell.
create or replace function mark_low_stock() returns int
language plpgsql
as $$
declare
  v_threshold int;
  v_low       uuid[];
  v_fallen    uuid[];
begin
  select low_stock_threshold into strict v_threshold from shop_settings;

  delete from low_stock_marks mark
  using stock_items i
  where i.variant_id = mark.variant_id
    and coalesce((select sum(available) from stock_lanes l where l.variant_id = mark.variant_id), 0)
        > coalesce(i.low_at, v_threshold)
    and exists (
      select from stock_movements m
      where m.variant_id = mark.variant_id and m.created_at > mark.marked_at and m.delta > 0
        and m.kind in ('receive', 'adjust', 'restock'));

  select coalesce(array_agg(low.variant_id order by low.variant_id), '{}') into v_low
  from (
    select i.variant_id
    from stock_items i
    join stock_lanes l using (variant_id)
    where i.counted
    group by i.variant_id
    having sum(l.available) <= coalesce(i.low_at, v_threshold)
  ) as low;

  delete from low_variants k
  using (
    select variant_id from low_variants
    where variant_id not in (select unnest(v_low)) order by variant_id for update skip locked
  ) as gone
  where k.variant_id = gone.variant_id;
  insert into low_variants (variant_id) select unnest(v_low) on conflict do nothing;

  with marked as (
    insert into low_stock_marks (variant_id)
    select variant_id from unnest(v_low) as low (variant_id)
    where not exists (select from low_stock_marks k where k.variant_id = low.variant_id)
      -- What only ever had few is no news to whoever put them there.
      and exists (select from stock_movements m where m.variant_id = low.variant_id and m.kind = 'claim')
    on conflict do nothing
    returning variant_id
  )
  select array_agg(variant_id order by variant_id) into v_fallen from marked;

  if v_fallen is not null then
    -- Some hundred at a time: an event has a size.
    insert into outbox (id, name, data)
    select new_uuid_v7(), 'inventory/stock.low',
           jsonb_build_object('variantIds', jsonb_agg('var_' || replace(id::text, '-', '') order by at))
    from unnest(v_fallen) with ordinality as fallen (id, at)
    group by (at - 1) / 200;
  end if;
  return coalesce(cardinality(v_fallen), 0);
end
$$;

-- stock_lines(variants): how these variants are called, and how many are left: [{ title, sku, available }], fewest first.
create or replace function stock_lines(p_variants uuid[]) returns jsonb
language sql stable
as $$
  select coalesce(jsonb_agg(jsonb_build_object('title', line.title, 'sku', line.sku, 'available', line.available)
                            order by line.available, line.title), '[]')
  from (
    select o.title, o.sku, coalesce((select sum(available) from stock_lanes l where l.variant_id = o.variant_id), 0) as available
    from (select distinct on (variant_id) * from offers where variant_id = any (p_variants) order by variant_id, currency) o
  ) as line
$$;
