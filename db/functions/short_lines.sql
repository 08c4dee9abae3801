-- short_lines(quote, variants): which lines of a quote ask for more than is free, as problem entries
-- [{ path, variantId, available }], or null when all could be served. Reads what is committed and locks nothing.
create or replace function short_lines(p_quote jsonb, p_variants uuid[]) returns jsonb
language sql stable
as $$
  select jsonb_agg(jsonb_build_object(
    'path', 'lines/' || (line ->> 'first'), 'variantId', line ->> 'variantId', 'available', free.available)
    order by (line ->> 'first')::int)
  from jsonb_array_elements(p_quote -> 'lines') as line
  cross join lateral (
    select coalesce(sum(s.available), 0)::int as available
    from stock_lanes s where s.variant_id = (line ->> 'variantId')::uuid
  ) free
  where (line ->> 'variantId')::uuid = any (p_variants) and free.available < (line ->> 'quantity')::int
$$;
