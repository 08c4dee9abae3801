-- note_low(variants): writes down which of these counted variants have few units left, by their own level or the shop's, and
-- crosses out those that have more again. What lists show of it is compared with the lanes: this only tells where to look.
create or replace function note_low(p_variants uuid[]) returns void
language sql
as $$
  -- In one order, and without waiting: another that notes the same variant notes the same.
  delete from low_variants k
  using (
    select n.variant_id from low_variants n
    where n.variant_id = any (p_variants) and not is_low(n.variant_id)
    order by n.variant_id for update skip locked
  ) as gone
  where k.variant_id = gone.variant_id;

  insert into low_variants (variant_id)
  select v from unnest(p_variants) as v where is_low(v) order by v
  on conflict do nothing
$$;
