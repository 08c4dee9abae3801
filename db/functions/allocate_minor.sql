-- allocate_minor(amount, weights): the amount cut into whole parts in proportion to the weights, which sum to the amount
-- exactly (largest remainder: each part is rounded down, and what is left over goes, a unit each, to the parts that lost most;
-- among equals to the earlier one). No part is larger than its weight as long as the amount is not larger than all of them.
create or replace function allocate_minor(p_amount bigint, p_weights bigint[]) returns bigint[]
language sql immutable
as $$
  with part as (
    select n, div(p_amount::numeric * weight, total) as whole, mod(p_amount::numeric * weight, total) as remainder
    from unnest(p_weights) with ordinality as w (weight, n),
         (select nullif(sum(weight), 0) as total from unnest(p_weights) as weight) as t
  ),
  ranked as (
    select n, whole, row_number() over (order by remainder desc, n) as rank, p_amount - sum(whole) over () as left_over
    from part
  )
  select array_agg(coalesce(whole + (rank <= left_over)::int, 0)::bigint order by n) from ranked
$$;
