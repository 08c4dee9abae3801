-- add_take_lines(take, [{ line, sku, counted, message? }]): puts lines of an uploaded count down, each beside what the shop has
-- at this moment. `message` is what is wrong with a line by itself; what is wrong with its SKU is found here.
create or replace function add_take_lines(p_take uuid, p_lines jsonb) returns void
language sql
as $$
  insert into stock_take_lines (take_id, line, sku, counted, variant_id, expected, outcome, message)
  select p_take, d.line, d.sku, d.counted, found.variant_id, found.level,
         case when told.message is not null then 'problem'
              when d.counted is not distinct from found.level then 'same' else 'differs' end,
         told.message
  from jsonb_to_recordset(p_lines) as d (line int, sku text, counted int, message text)
  cross join lateral (
    select count(*) as variants, min(one.id::text)::uuid as variant_id,
           case when count(*) = 1 then min(free_units(one.id)) end as level
    from (
      select v.id from variants v where v.sku = d.sku and v.archived_at is null and d.message is null limit 2
    ) as one
  ) as found
  cross join lateral (
    select coalesce(d.message, case found.variants
      when 0 then 'No variant has this SKU.' when 1 then null else 'Several variants have this SKU.' end) as message
  ) as told
$$;
