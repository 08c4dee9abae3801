-- gather_lanes(variants, quantities): the thorough way to claim stock, when no single free lane could serve. Locks
-- every lane of every variant in the global order (variant, lane), so that two gatherers can never wait for each other,
-- then takes what is needed from as many lanes as it takes. The caller must hold no lane. Answers, for each variant,
-- the claims [[lane, quantity], ...] as a jsonb array, or null when the units are not there; then nothing was taken.
create or replace function gather_lanes(p_variants uuid[], p_quantities int[])
returns jsonb[]
language plpgsql
as $$
declare
  v_claims jsonb[] := '{}';
  v_taken  jsonb;
  v_need   int;
  v_take   int;
  v_row    record;
begin
  perform from stock_lanes where variant_id = any (p_variants) order by variant_id, lane for update;

  if exists (
    select from unnest(p_variants, p_quantities) as asked(variant_id, quantity)
    where quantity > (select coalesce(sum(s.available), 0) from stock_lanes s where s.variant_id = asked.variant_id)
  ) then
    return null;
  end if;

  for i in 1 .. cardinality(p_variants) loop
    v_need := p_quantities[i];
    v_taken := '[]';
    for v_row in
      select lane, available from stock_lanes
      where variant_id = p_variants[i] and available > 0
      order by available desc, lane
    loop
      exit when v_need = 0;
      v_take := least(v_need, v_row.available);
      update stock_lanes set available = available - v_take
      where variant_id = p_variants[i] and lane = v_row.lane;
      v_taken := v_taken || jsonb_build_array(jsonb_build_array(v_row.lane, v_take));
      v_need := v_need - v_take;
    end loop;
    v_claims := array_append(v_claims, v_taken);
  end loop;
  return v_claims;
end
$$;
