-- gather_lanes(lines): the careful way to claim stock, when no single free lane could serve. Locks all lanes of the lines'
-- variants (lock_lanes), then takes what is needed from as many of them as it takes. The caller must hold no lane. Answers the
-- lines with their claims [[lane, quantity], ...] (none for a variant that is not counted), or null when the units are not there,
-- not in the lanes that it could lock, or a line is off sale; then nothing was taken.
drop function if exists gather_lanes(uuid[], int[]);

create or replace function gather_lanes(p_lines priced_line[]) returns priced_line[]
language plpgsql
as $$
declare
  v_claimed priced_line[] := '{}';
  v_line    priced_line;
  v_locked  text[] := lock_lanes(array(select line.variant_id from unnest(p_lines) as line));
  v_free    int;
  v_need    int;
  v_take    int;
  v_lane    record;
begin
  if short_lines(p_lines) is not null then
    return null;
  end if;
  foreach v_line in array p_lines loop
    select sum(available) into v_free from stock_lanes
    where variant_id = v_line.variant_id and variant_id || ' ' || lane = any (v_locked);
    if v_free < v_line.quantity then
      return null;
    end if;
    -- Without a lane it can only be sold uncounted; with one that is locked nobody can stop counting it meanwhile.
    if v_free is null then
      perform from stock_items where variant_id = v_line.variant_id and not counted;
      if not found then
        return null;
      end if;
    end if;
  end loop;

  foreach v_line in array p_lines loop
    perform from stock_lanes where variant_id = v_line.variant_id and variant_id || ' ' || lane = any (v_locked);
    if found then
      v_need := v_line.quantity;
      v_line.claims := '[]';
      for v_lane in
        select lane, available from stock_lanes
        where variant_id = v_line.variant_id and available > 0 and variant_id || ' ' || lane = any (v_locked)
        order by available desc, lane
      loop
        exit when v_need = 0;
        v_take := least(v_need, v_lane.available);
        update stock_lanes set available = available - v_take
        where variant_id = v_line.variant_id and lane = v_lane.lane;
        v_line.claims := v_line.claims || jsonb_build_array(jsonb_build_array(v_lane.lane, v_take));
        v_need := v_need - v_take;
      end loop;
    end if;
    v_claimed := v_claimed || v_line;
  end loop;
  return v_claimed;
end
$$;
