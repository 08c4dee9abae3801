-- place_order({
--   orderId, idempotencyId, fingerprint (hex), email, shippingAddress: { country, region?, ... },
--   cartId or lines: [{ variantId, quantity }],
--   currency?, shippingMethod?, discountCode?, expectedTotal?, expectedCurrency?, holdSeconds })
--
-- A whole purchase in one statement: idempotency, price, stock claim, order, lines, contact, ledger and outbox commit
-- together or not at all. Answers { outcome, ... }:
--   placed { order, replayed }       the order exists; replayed: it was placed by an earlier call with this key
--   request-in-progress              another call with this key or cart is running; ask again shortly
--   released                         units came free while looking (expired holds were in the way): call again
--   idempotency-key-reused           the key was used for another request
--   cart-not-found | cart-empty | cart-already-ordered { orderId }
--   invalid { problems }             price_lines refused (unknown variant, no shipping there, unknown code)
--   price-changed { quote }          the total is not the one the buyer saw
--   out-of-stock { errors }          nothing was taken; errors name each short line and what is left
-- Every outcome but placed and released leaves no trace.
--
-- Lock order: advisory locks on key and cart (never waited for), then lanes by (variant, lane). Rows are inserted last.
--
-- enable_seqscan is off: every look here is by key. Plans are cached for the life of a connection, and one that was made
-- when statistics said "empty" would go on scanning a table that a sale is filling, until the next analyze.
create or replace function place_order(p jsonb) returns jsonb
language plpgsql
set enable_seqscan = off
as $$
declare
  v_order_id    uuid := (p ->> 'orderId')::uuid;
  v_key         uuid := (p ->> 'idempotencyId')::uuid;
  v_fingerprint bytea := decode(p ->> 'fingerprint', 'hex');
  v_cart_id     uuid := (p ->> 'cartId')::uuid;
  v_lines       jsonb := p -> 'lines';
  v_earlier     record;
  v_quote       jsonb;
  v_total       bigint;
  v_line        jsonb;
  v_item        record;
  -- The counted lines, parallel: what is claimed, and from which lanes it came.
  v_variants    uuid[] := '{}';
  v_quantities  int[] := '{}';
  v_lane_counts smallint[] := '{}';
  v_lanes       smallint[];
  v_claims      jsonb[] := '{}';
  v_short       jsonb;
  v_due         uuid[];
  v_expires_at  timestamptz := date_trunc('milliseconds', now()) + make_interval(secs => (p ->> 'holdSeconds')::int);
begin
  -- 1. One attempt a key at a time. Trying instead of waiting keeps a pooled connection from being held by a wait.
  if not pg_try_advisory_xact_lock(hashtextextended(v_key::text, 0)) then
    return jsonb_build_object('outcome', 'request-in-progress');
  end if;

  select id, fingerprint into v_earlier from orders where idempotency_id = v_key;
  if found then
    if v_earlier.fingerprint <> v_fingerprint then
      return jsonb_build_object('outcome', 'idempotency-key-reused');
    end if;
    return jsonb_build_object('outcome', 'placed', 'replayed', true, 'order', order_document(v_earlier.id, true));
  end if;

  -- 2. A cart becomes at most one live order.
  if v_cart_id is not null then
    if not pg_try_advisory_xact_lock(hashtextextended(v_cart_id::text, 1)) then
      return jsonb_build_object('outcome', 'request-in-progress');
    end if;
    perform from carts where id = v_cart_id;
    if not found then
      return jsonb_build_object('outcome', 'cart-not-found');
    end if;
    select id into v_earlier from orders
    where cart_id = v_cart_id and status not in ('cancelled', 'expired');
    if found then
      select array_agg(variant_id) into v_due from order_lines where order_id = v_earlier.id;
      perform release_due_holds(100, v_due);
      -- A hold that is over counts as gone whoever releases it: the sweep and other buyers skip what we have locked,
      -- and we what they have. The caller looks again.
      if not exists (
        select from orders
        where id = v_earlier.id and status not in ('cancelled', 'expired')
          and not (status = 'pending' and expires_at <= now() and payment_status in ('none', 'declined')))
      then
        return jsonb_build_object('outcome', 'released');
      end if;
      return jsonb_build_object('outcome', 'cart-already-ordered', 'orderId', v_earlier.id);
    end if;
    select jsonb_agg(jsonb_build_object('variantId', variant_id, 'quantity', quantity) order by added_at, variant_id)
    into v_lines
    from cart_lines where cart_id = v_cart_id;
    if v_lines is null then
      return jsonb_build_object('outcome', 'cart-empty');
    end if;
  end if;

  -- 3. What it costs now.
  v_quote := price_lines(jsonb_build_object(
    'lines', v_lines, 'currency', p ->> 'currency',
    'country', p -> 'shippingAddress' ->> 'country', 'region', p -> 'shippingAddress' ->> 'region',
    'shippingMethod', p ->> 'shippingMethod', 'discountCode', p ->> 'discountCode'));
  if v_quote -> 'problems' <> '[]' then
    return jsonb_build_object('outcome', 'invalid', 'problems', v_quote -> 'problems');
  end if;
  v_total := (v_quote ->> 'total')::bigint;
  if (p ->> 'expectedTotal')::bigint <> v_total or p ->> 'expectedCurrency' <> v_quote ->> 'currency' then
    return jsonb_build_object('outcome', 'price-changed', 'quote', v_quote);
  end if;

  -- 4. Claim the stock.
  for i in 0 .. jsonb_array_length(v_quote -> 'lines') - 1 loop
    v_line := v_quote -> 'lines' -> i;
    if not (v_line ->> 'sellable')::boolean then
      v_short := coalesce(v_short, '[]') || jsonb_build_object(
        'path', 'lines/' || (v_line ->> 'first'), 'variantId', v_line ->> 'variantId', 'available', 0);
    end if;
    -- A variant without a stock row is claimed like a counted one, and finds nothing.
    select counted, lane_count into v_item from stock_items where variant_id = (v_line ->> 'variantId')::uuid;
    if coalesce(v_item.counted, true) then
      v_variants := v_variants || (v_line ->> 'variantId')::uuid;
      v_quantities := v_quantities || (v_line ->> 'quantity')::int;
      v_lane_counts := v_lane_counts || coalesce(v_item.lane_count, 1::smallint);
    end if;
  end loop;
  if v_short is not null then
    return jsonb_build_object('outcome', 'out-of-stock', 'errors', v_short);
  end if;

  if cardinality(v_variants) = 1 and v_lane_counts[1] = 1 then
    -- The common case needs no savepoint: it looks before it locks, so a plain shortage leaves no lock behind.
    perform from stock_lanes where variant_id = v_variants[1] and lane = 0 and available >= v_quantities[1];
    if found then
      v_lanes := claim_lanes(v_variants, v_quantities, v_lane_counts);
      if v_lanes is null then
        -- Somebody was quicker, and the failed update has left its lock: begin again without it.
        return jsonb_build_object('outcome', 'released');
      end if;
    end if;
  elsif cardinality(v_variants) > 0 then
    -- Sorted by variant: the global lock order.
    select array_agg(variant_id order by variant_id), array_agg(quantity order by variant_id),
           array_agg(lane_count order by variant_id)
    into v_variants, v_quantities, v_lane_counts
    from unnest(v_variants, v_quantities, v_lane_counts) as line(variant_id, quantity, lane_count);
    -- The block is a savepoint: a claim that fails must let go of every lane it has locked before it does anything else,
    -- or two of them could wait for each other. That includes lanes it did not take: SKIP LOCKED also locks, and keeps
    -- locked, a lane whose units turn out to be gone.
    begin
      v_lanes := claim_lanes(v_variants, v_quantities, v_lane_counts);
      if v_lanes is null then
        raise exception using errcode = 'DB001';
      end if;
    exception when sqlstate 'DB001' then
      v_lanes := null;
    end;
  end if;

  if v_lanes is not null then
    for i in 1 .. cardinality(v_lanes) loop
      v_claims := v_claims || jsonb_build_array(jsonb_build_array(v_lanes[i], v_quantities[i]));
    end loop;
  elsif cardinality(v_variants) > 0 then
    v_short := short_lines(v_quote, v_variants);
    if v_short is null then
      v_claims := gather_lanes(v_variants, v_quantities);
      if v_claims is null then
        v_short := short_lines(v_quote, v_variants);
      end if;
    elsif has_due_holds(v_variants) then
      -- Released here, or by somebody who is at it right now. Either way lanes were locked in another order's
      -- sequence, so claiming goes on in a new transaction.
      perform release_due_holds(100, v_variants);
      return jsonb_build_object('outcome', 'released');
    else
      -- No due hold is left: what they held, if any, is committed by now, and this look sees it.
      v_short := short_lines(v_quote, v_variants);
      v_claims := null;
    end if;
    if v_claims is null then
      -- Units that were missing a moment ago are back: somebody's claim was undone between the two looks.
      if v_short is null then
        return jsonb_build_object('outcome', 'released');
      end if;
      return jsonb_build_object('outcome', 'out-of-stock', 'errors', v_short);
    end if;
  end if;

  -- 5. Write it down.
  insert into orders (
    id, status, currency, cart_id, idempotency_id, fingerprint, subtotal_minor, shipping_minor, tax_minor,
    tax_included_minor, discount_minor, total_minor, shipping_method, shipping_tax_minor, discount_code,
    payment_status, placed_expires_at, expires_at, paid_at)
  values (
    v_order_id, case when v_total = 0 then 'paid' else 'pending' end::order_status, v_quote ->> 'currency', v_cart_id, v_key,
    v_fingerprint, (v_quote ->> 'subtotal')::bigint, (v_quote ->> 'shipping')::bigint, (v_quote ->> 'tax')::bigint,
    (v_quote ->> 'taxIncluded')::bigint, (v_quote ->> 'discount')::bigint, v_total, v_quote ->> 'shippingMethod',
    (v_quote ->> 'shippingTax')::bigint, p ->> 'discountCode',
    'none', v_expires_at, v_expires_at, case when v_total = 0 then now() end);

  for i in 0 .. jsonb_array_length(v_quote -> 'lines') - 1 loop
    v_line := v_quote -> 'lines' -> i;
    insert into order_lines (
      order_id, position, variant_id, product_id, sku, title, options, quantity, unit_price_minor, line_total_minor,
      tax_rate_ppm, tax_minor, tax_included_minor, claims)
    values (
      v_order_id, i, (v_line ->> 'variantId')::uuid, (v_line ->> 'productId')::uuid, v_line ->> 'sku',
      v_line ->> 'title', v_line -> 'options', (v_line ->> 'quantity')::int, (v_line ->> 'unitPrice')::bigint,
      (v_line ->> 'lineTotal')::bigint, (v_line ->> 'taxRatePpm')::int, (v_line ->> 'tax')::bigint,
      (v_line ->> 'taxIncluded')::bigint, v_claims[array_position(v_variants, (v_line ->> 'variantId')::uuid)]);
  end loop;

  insert into order_contacts (order_id, email, shipping_address)
  values (v_order_id, p ->> 'email', p -> 'shippingAddress');

  for i in 1 .. cardinality(v_claims) loop
    for j in 0 .. jsonb_array_length(v_claims[i]) - 1 loop
      insert into stock_movements (variant_id, lane, delta, kind, order_id)
      values (v_variants[i], (v_claims[i] -> j ->> 0)::smallint, -(v_claims[i] -> j ->> 1)::int, 'claim', v_order_id);
    end loop;
  end loop;

  insert into outbox (id, name, data)
  values (
    new_uuid_v7(), case when v_total = 0 then 'orders/order.paid' else 'orders/order.placed' end,
    jsonb_build_object('orderId', 'ord_' || replace(v_order_id::text, '-', '')));

  return jsonb_build_object('outcome', 'placed', 'replayed', false, 'order', order_document(v_order_id, true));
end
$$;
