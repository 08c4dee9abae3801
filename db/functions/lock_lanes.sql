-- lock_lanes(variants): locks every lane of these variants in the global order (variant, lane), so that two who do so never wait
-- for each other in a circle. Answers which, each as '<variant> <lane>': a lane that came while we waited (set_lanes, counting
-- anew) is not among them, and must not be touched, since it is not ours and may be gone before we are done. The caller must
-- hold no lane.
create or replace function lock_lanes(p_variants uuid[]) returns text[]
language plpgsql
as $$
begin
  return array(
    select s.variant_id || ' ' || s.lane from stock_lanes s
    where s.variant_id = any (p_variants)
    order by s.variant_id, s.lane
    for update);
end
$$;
