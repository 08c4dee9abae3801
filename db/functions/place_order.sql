-- place_order({
--   orderId, eventId, idempotencyId, fingerprint (hex), email, shippingAddress: { country, region?, ... },
--   cartId or lines: [{ variantId, quantity }],
--   customerId?, market?, currency? (of lines; a cart has its own), shippingMethod?, discountCode?, expectedTotal?,
--   expectedCurrency?, holdSeconds, careful? })
--
-- A whole purchase in one statement: idempotency, price, stock claim, order, lines, contact, ledger and outbox commit
-- together or not at all. Answers { outcome, ... }:
--   placed { replayed, order }       the order exists; replayed: it was placed by an earlier call with this key; emptied: it may
--                                    have taken the last unit of a variant (of one in several lanes nobody knows here)
--   request-in-progress              another call with this key or cart is running; ask again shortly
--   again                            units are there, or may be, but not for the quick way: call again, with careful
--   idempotency-key-reused           the key was used for another request
--   cart-not-found | cart-empty | cart-already-ordered { orderId }
--   invalid { problems }             price_basket refused (unknown variant, no shipping there, a code that does not apply),
--                                    or the last use of the code was taken meanwhile
--   price-changed { quote }          the total is not the one the buyer saw
--   out-of-stock { errors }          nothing was taken; errors name each short line and what is left
-- Every outcome but placed leaves no trace, save that again may have released holds that were over.
--
-- Lock order: advisory locks on key and cart (never waited for), then lanes by (variant, lane), then the code's counters. Rows
-- are inserted last. The quick way takes one lane a line, and may end with locks left over. What would have to lock in another
-- sequence (gathering from several lanes, releasing the holds of others) therefore never follows it: it is the careful way, in
-- a transaction of its own.
--
-- Typed variables, one row at a time: every expression is prepared once a transaction (3,000 instructions), every statement
-- starts an executor (20,000 and more), and jsonb costs several times what a record does.
--
-- enable_seqscan is off: every look here is by key. Plans are cached for the life of a connection, and one that was made
-- when statistics said "empty" would go on scanning a table that a sale is filling, until the next analyze. Plans are generic,
-- or those over an array of lines would be made anew by every call.
drop function if exists place_order(jsonb);

create or replace function place_order(p jsonb) returns json
language plpgsql
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
declare
  v_order_id   uuid := (p ->> 'orderId')::uuid;
  v_key        uuid := (p ->> 'idempotencyId')::uuid;
  v_cart_id    uuid := (p ->> 'cartId')::uuid;
  v_lines      jsonb := p -> 'lines';
  v_address    jsonb := p -> 'shippingAddress';
  v_currency   text := p ->> 'currency';
  v_expires_at timestamptz := date_trunc('milliseconds', now()) + make_interval(secs => (p ->> 'holdSeconds')::int);
  v_earlier    record;
  v_cart       record;
  v_basket     priced_basket;
  v_line       priced_line;
  v_asked      priced_line[];
  v_claimed    priced_line[];
  v_item       record;
  v_left       int;
  v_emptied    boolean := (p ->> 'careful')::boolean is true;
  v_variants   uuid[];
  v_errors     json;
  v_reason     text;
  v_placed     record;
begin
  -- 1. One attempt a key at a time. Trying instead of waiting keeps a pooled connection from being held by a wait.
  if not pg_try_advisory_xact_lock(uuid_hash_extended(v_key, 0)) then
    return '{"outcome": "request-in-progress"}';
  end if;

  select id, fingerprint into v_earlier from orders where idempotency_id = v_key;
  if found then
    if v_earlier.fingerprint <> decode(p ->> 'fingerprint', 'hex') then
      return '{"outcome": "idempotency-key-reused"}';
    end if;
    return json_build_object('outcome', 'placed', 'replayed', true, 'order', order_document(v_earlier.id, true));
  end if;

  -- 2. A cart becomes at most one live order.
  if v_cart_id is not null then
    if not pg_try_advisory_xact_lock(uuid_hash_extended(v_cart_id, 1)) then
      return '{"outcome": "request-in-progress"}';
    end if;
    select
      (select o.id from orders o where o.cart_id = c.id and o.status not in ('cancelled', 'expired')) as order_id,
      (select jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', l.quantity)
         order by l.added_at, l.variant_id)
       from cart_lines l where l.cart_id = c.id) as lines,
      c.currency
    into v_cart
    from carts c where c.id = v_cart_id;
    if not found then
      return '{"outcome": "cart-not-found"}';
    end if;
    if v_cart.order_id is not null then
      v_variants := array(select variant_id from order_lines where order_id = v_cart.order_id);
      perform release_due_holds(100, v_variants);
      -- A hold that is over counts as gone whoever releases it: the sweep and other buyers skip what we have locked,
      -- and we what they have. The caller looks again.
      if not exists (
        select from orders
        where id = v_cart.order_id and status not in ('cancelled', 'expired')
          and not (status = 'pending' and expires_at <= now() and payment_status in ('none', 'declined')))
      then
        return '{"outcome": "again"}';
      end if;
      return json_build_object('outcome', 'cart-already-ordered', 'orderId', v_cart.order_id);
    end if;
    if v_cart.lines is null then
      return '{"outcome": "cart-empty"}';
    end if;
    v_lines := v_cart.lines;
    v_currency := v_cart.currency;
  end if;

  -- 3. What it costs now.
  v_basket := price_basket(
    v_lines, v_currency, v_address ->> 'country', v_address ->> 'region', p ->> 'shippingMethod', p ->> 'discountCode');
  if v_basket.problems is not null then
    return json_build_object('outcome', 'invalid', 'problems', v_basket.problems);
  end if;
  if (p ->> 'expectedTotal')::bigint <> v_basket.total or p ->> 'expectedCurrency' <> v_basket.currency then
    return json_build_object('outcome', 'price-changed', 'quote', basket_document(v_basket));
  end if;

  -- 4. Claim the stock, sorted by variant: the global lock order.
  v_asked := v_basket.lines;
  if cardinality(v_asked) > 1 then
    v_asked := array(select line from unnest(v_basket.lines) as line order by line.variant_id);
  end if;

  if (p ->> 'careful')::boolean then
    v_variants := array(select line.variant_id from unnest(v_asked) as line);
    if short_lines(v_asked) is not null and has_due_holds(v_variants) then
      -- Released here, or by somebody who is at it right now. Either way lanes were locked in another order's
      -- sequence, so claiming goes on in a new transaction.
      perform release_due_holds(100, v_variants);
      return '{"outcome": "again"}';
    end if;
    v_claimed := gather_lanes(v_asked);
  else
    foreach v_line in array v_asked loop
      select counted, lane_count into v_item from stock_items where variant_id = v_line.variant_id;
      if v_item.counted is false and v_line.sellable then
        v_claimed := v_claimed || v_line;
        continue;
      end if;
      if v_item.lane_count > 1 and v_line.sellable then
        v_line.lane := claim_lane(v_line.variant_id, v_line.quantity, v_item.lane_count);
        v_emptied := true;
      else
        -- A variant without a stock row, or off sale, finds nothing.
        update stock_lanes
        set available = available - v_line.quantity
        where variant_id = v_line.variant_id and lane = 0 and available >= v_line.quantity and v_line.sellable
        returning lane, available into v_line.lane, v_left;
        if v_left = 0 then
          v_emptied := true;
        end if;
      end if;
      if v_line.lane is null then
        if v_claimed is not null then
          perform put_back_lines(v_claimed);
        end if;
        v_claimed := null;
        exit;
      end if;
      v_claimed := v_claimed || v_line;
    end loop;
  end if;

  if v_claimed is null then
    v_errors := short_lines(v_asked);
    v_variants := array(select line.variant_id from unnest(v_asked) as line);
    if v_errors is null or has_due_holds(v_variants) then
      return '{"outcome": "again"}';
    end if;
    -- No due hold is left: what they held, if any, is committed by now, and this look sees it.
    v_errors := short_lines(v_asked);
    if v_errors is null then
      return '{"outcome": "again"}';
    end if;
    return json_build_object('outcome', 'out-of-stock', 'errors', v_errors);
  end if;

  -- A code's use is taken once the stock is ours: the counters come after the lanes in the global lock order.
  if v_basket.discount_id is not null then
    v_reason := take_discount_use(
      v_basket.discount_id, v_order_id, discount_buyer(v_basket.discount_id, p ->> 'email'));
    if v_reason is not null then
      perform put_back_lines(v_claimed);
      return json_build_object('outcome', 'invalid', 'problems', json_build_array(
        json_build_object('path', 'discountCode', 'reason', v_reason)));
    end if;
  end if;

  -- 5. Write it down.
  insert into orders (
    id, status, currency, cart_id, customer_id, idempotency_id, fingerprint, shipping_minor, tax_minor, tax_included_minor,
    discount_minor, total_minor, shipping_method, shipping_tax_minor, discount_code, payment_status, placed_expires_at,
    expires_at, paid_at)
  values (
    v_order_id, case when v_basket.total = 0 then 'paid' else 'pending' end::order_status, v_basket.currency, v_cart_id,
    (p ->> 'customerId')::uuid, v_key, decode(p ->> 'fingerprint', 'hex'), v_basket.shipping, v_basket.tax, v_basket.tax_included, v_basket.discount,
    v_basket.total, v_basket.shipping_method, v_basket.shipping_tax, v_basket.discount_code,
    'none', v_expires_at, v_expires_at, case when v_basket.total = 0 then now() end)
  returning number, status, created_at into v_placed;

  foreach v_line in array v_claimed loop
    if v_line.lane is not null then
      v_line.claims := jsonb_build_array(jsonb_build_array(v_line.lane, v_line.quantity));
    end if;
    insert into order_lines (
      order_id, position, variant_id, product_id, sku, title, options, quantity, unit_price_minor, discount_minor,
      tax_rate_ppm, tax_minor, tax_included_minor, claims)
    values (
      v_order_id, v_line.position, v_line.variant_id, v_line.product_id, v_line.sku, v_line.title, v_line.options,
      v_line.quantity, v_line.unit_price, v_line.discount, v_line.tax_rate_ppm, v_line.tax, v_line.tax_included,
      v_line.claims);
    if v_line.lane is not null then
      insert into stock_movements (variant_id, lane, delta, kind, order_id)
      values (v_line.variant_id, v_line.lane, -v_line.quantity, 'claim', v_order_id);
    elsif v_line.claims is not null then
      insert into stock_movements (variant_id, lane, delta, kind, order_id)
      select v_line.variant_id, (claim ->> 0)::smallint, -(claim ->> 1)::int, 'claim', v_order_id
      from jsonb_array_elements(v_line.claims) as claim;
    end if;
  end loop;

  insert into order_contacts (order_id, email, shipping_address, market)
  values (v_order_id, p ->> 'email', v_address, p ->> 'market');

  insert into outbox (id, name, data)
  values (
    (p ->> 'eventId')::uuid, case when v_basket.total = 0 then 'orders/order.paid' else 'orders/order.placed' end,
    jsonb_build_object('orderId', 'ord_' || replace(v_order_id::text, '-', '')));

  return json_build_object('outcome', 'placed', 'replayed', false, 'emptied', v_emptied, 'basket', basket_document(v_basket), 'order',
    json_build_object(
      'id', v_order_id, 'number', v_placed.number, 'status', v_placed.status, 'expiresAt', v_expires_at,
      'createdAt', v_placed.created_at, 'paymentStatus', 'none'));
end
$$;
