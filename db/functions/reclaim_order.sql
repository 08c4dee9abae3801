-- reclaim_order(order): takes the units of an expired order once more, for a payment that landed after the deadline. Answers
--   reclaimed            the units are the order's again; the caller makes it paid in this transaction
--   stock-gone           others have them by now; nothing was taken
--   cart-ordered-again   its cart became another live order meanwhile
--   discount-used-up     the use of its code went to somebody else
--   again                holds that were over were released, or somebody is at it: call again in a new transaction
-- The caller has locked the order's row. Lock order: the cart's advisory lock is tried, not waited for; then all lanes in
-- order, then the discount. Releasing the holds of others locks lanes in their sequence, so it ends the attempt.
create or replace function reclaim_order(p_order_id uuid) returns text
language plpgsql
as $$
declare
  v_cart_id  uuid;
  v_code     text;
  v_variants uuid[];
  v_asked    priced_line[];
  v_got      priced_line[];
  v_line     priced_line;
  v_before   jsonb;
begin
  select cart_id, discount_code into v_cart_id, v_code from orders where id = p_order_id;
  v_variants := array(select variant_id from order_lines where order_id = p_order_id);

  if v_cart_id is not null then
    if not pg_try_advisory_xact_lock(uuid_hash_extended(v_cart_id, 1)) then
      return 'again';
    end if;
    perform from orders
    where cart_id = v_cart_id and id <> p_order_id and status not in ('cancelled', 'expired');
    if found then
      return 'cart-ordered-again';
    end if;
  end if;

  -- Sold is sold: that the merchant took it off sale since does not undo the purchase.
  v_asked := array(
    select jsonb_populate_record(null::priced_line, jsonb_build_object(
      'variant_id', l.variant_id, 'quantity', l.quantity, 'position', l.position, 'sellable', true))
    from order_lines l where l.order_id = p_order_id order by l.variant_id);

  if short_lines(v_asked) is not null and has_due_holds(v_variants) then
    perform release_due_holds(100, v_variants);
    return 'again';
  end if;
  v_got := gather_lanes(v_asked);
  if v_got is null then
    return case when short_lines(v_asked) is null or has_due_holds(v_variants) then 'again' else 'stock-gone' end;
  end if;

  if v_code is not null and not retake_discount_use(p_order_id) then
    perform put_back_lines(v_got);
    return 'discount-used-up';
  end if;

  foreach v_line in array v_got loop
    select claims into v_before from order_lines where order_id = p_order_id and position = v_line.position;
    if v_line.claims is not null then
      update order_lines set claims = v_line.claims where order_id = p_order_id and position = v_line.position;
      -- The release is taken back: the ledger shows each unit of the order claimed once, and not returned.
      insert into stock_movements (variant_id, lane, delta, kind, order_id)
      select v_line.variant_id, (claim ->> 0)::smallint, -(claim ->> 1)::int,
             case when v_before is null then 'claim' else 'release' end::stock_movement_kind, p_order_id
      from jsonb_array_elements(v_line.claims) as claim;
    elsif v_before is not null then
      -- Not counted any more: when it was released its units came back and left again; now the other way round.
      insert into stock_movements (variant_id, lane, delta, kind, order_id)
      values (v_line.variant_id, 0, -v_line.quantity, 'release', p_order_id),
             (v_line.variant_id, 0, v_line.quantity, 'adjust', null);
    end if;
  end loop;
  return 'reclaimed';
end
$$;
