-- short_lines(lines): which of these lines ask for more than is free, as problem entries [{ path, variantId, available }],
-- or null when all could be served. A line that is off sale, or whose variant has no stock row, has none. Reads what is
-- committed and locks nothing.
drop function if exists short_lines(jsonb, uuid[]);

create or replace function short_lines(p_lines priced_line[]) returns json
language plpgsql stable
set plan_cache_mode = force_generic_plan
as $$
begin
  -- PL/pgSQL for one query, because it keeps the plan: a function in SQL is planned anew by every call that is not inlined,
  -- and so would this be, were a plan for the array at hand not ruled out.
  return (
    select json_agg(json_build_object(
      'path', 'lines/' || line.position, 'variantId', line.variant_id, 'available', free.available)
      order by line.position)
    from unnest(p_lines) as line
    left join lateral (select counted from stock_items where variant_id = line.variant_id limit 1) item on true
    cross join lateral (
      select case when line.sellable then coalesce(sum(lane.available), 0) else 0 end::int as available
      from stock_lanes lane where lane.variant_id = line.variant_id
    ) free
    where not (line.sellable and item.counted is false) and free.available < line.quantity);
end
$$;
