-- adjust_stock({ variantId, delta or set (null: stop counting), kind, reason?, actor, requestId?,
--                idempotency?: { id, fingerprint (hex) } })
--
-- A merchant's change of a variant's free units, through the ledger. Answers { outcome, available, ... }:
--   adjusted { available, before }   available is null when the variant is not counted (any more)
--   replayed { body }                an earlier call with this key did it
--   idempotency-key-reused | variant-not-found | not-counted (a delta on a variant that is not counted)
--   insufficient-stock { available } a delta would take more than is free; held units are not free
-- The variant's stock_items row serialises adjustments; its lanes are then locked in order.
create or replace function adjust_stock(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_variant uuid := (p ->> 'variantId')::uuid;
  v_key     uuid := (p -> 'idempotency' ->> 'id')::uuid;
  v_item    stock_items%rowtype;
  v_earlier record;
  v_before  int;
  v_delta   int;
  v_share   int;
  v_row     record;
  v_after   int;
begin
  if v_key is not null then
    perform pg_advisory_xact_lock(hashtextextended(v_key::text, 0));
    select fingerprint, body into v_earlier from idempotency_keys where id = v_key;
    if found then
      if v_earlier.fingerprint <> decode(p -> 'idempotency' ->> 'fingerprint', 'hex') then
        return jsonb_build_object('outcome', 'idempotency-key-reused');
      end if;
      return jsonb_build_object('outcome', 'replayed', 'body', v_earlier.body);
    end if;
  end if;

  select * into v_item from stock_items where variant_id = v_variant for update;
  if not found then
    return jsonb_build_object('outcome', 'variant-not-found');
  end if;

  perform from stock_lanes where variant_id = v_variant order by lane for update;
  select coalesce(sum(available), 0) into v_before from stock_lanes where variant_id = v_variant;

  if p ? 'set' and p ->> 'set' is null then
    insert into stock_movements (variant_id, lane, delta, kind, reason, actor, request_id)
    select variant_id, lane, -available, (p ->> 'kind')::stock_movement_kind, p ->> 'reason', p ->> 'actor', (p ->> 'requestId')::uuid
    from stock_lanes where variant_id = v_variant and available > 0;
    delete from stock_lanes where variant_id = v_variant;
    update stock_items set counted = false where variant_id = v_variant and counted;
    v_after := null;
  else
    if p ? 'set' then
      if not v_item.counted then
        update stock_items set counted = true where variant_id = v_variant;
      end if;
      insert into stock_lanes (variant_id, lane, available)
      select v_variant, lane, 0 from generate_series(0, v_item.lane_count - 1) as lane
      on conflict do nothing;
      v_delta := (p ->> 'set')::int - v_before;
    else
      if not v_item.counted then
        return jsonb_build_object('outcome', 'not-counted');
      end if;
      v_delta := (p ->> 'delta')::int;
    end if;
    if v_before + v_delta < 0 then
      return jsonb_build_object('outcome', 'insufficient-stock', 'available', v_before);
    end if;
    v_after := v_before + v_delta;

    -- Spread what comes evenly over the lanes; take what goes from the fullest ones.
    for v_row in
      select lane, available
      from stock_lanes where variant_id = v_variant
      order by case when v_delta < 0 then -available end, lane
    loop
      exit when v_delta = 0;
      v_share := case
        when v_delta < 0 then -least(-v_delta, v_row.available)
        when v_row.lane = v_item.lane_count - 1 then v_delta
        else least(v_delta, ceil(v_delta::numeric / (v_item.lane_count - v_row.lane))::int)
      end;
      continue when v_share = 0;
      update stock_lanes set available = available + v_share where variant_id = v_variant and lane = v_row.lane;
      insert into stock_movements (variant_id, lane, delta, kind, reason, actor, request_id)
      values (v_variant, v_row.lane, v_share, (p ->> 'kind')::stock_movement_kind, p ->> 'reason', p ->> 'actor', (p ->> 'requestId')::uuid);
      v_delta := v_delta - v_share;
    end loop;
  end if;

  if v_key is not null then
    insert into idempotency_keys (id, fingerprint, status, body)
    values (v_key, decode(p -> 'idempotency' ->> 'fingerprint', 'hex'), 200,
            -- Written without spaces, as the API writes it: a repetition is answered byte for byte.
            format('{"variantId":"var_%s","available":%s}', replace(v_variant::text, '-', ''), coalesce(v_after::text, 'null')));
  end if;
  if p ? 'auditId' then
    insert into audit_log (id, actor, action, subject, before, after, request_id)
    values ((p ->> 'auditId')::uuid, p ->> 'actor', 'stock.adjusted', 'var_' || replace(v_variant::text, '-', ''),
            jsonb_build_object('available', case when v_item.counted then v_before end),
            jsonb_build_object('available', v_after, 'reason', p ->> 'reason'), p ->> 'httpRequestId');
  end if;

  return jsonb_build_object('outcome', 'adjusted', 'available', v_after, 'before',
    case when v_item.counted then v_before end);
end
$$;
