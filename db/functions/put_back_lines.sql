-- put_back_lines(lines): undoes a claim of this very transaction, before anything was written to the ledger: each unit goes back
-- to the lane it was taken from. Their rows are locked already.
create or replace function put_back_lines(p_lines priced_line[]) returns void
language plpgsql
as $$
begin
  update stock_lanes s
  set available = s.available + taken.quantity
  from (
    select line.variant_id, coalesce(line.lane, (claim ->> 0)::smallint) as lane,
           coalesce((claim ->> 1)::int, line.quantity) as quantity
    from unnest(p_lines) as line
    left join lateral jsonb_array_elements(line.claims) as claim on true
    where line.lane is not null or line.claims is not null
  ) taken
  where s.variant_id = taken.variant_id and s.lane = taken.lane;
end
$$;
