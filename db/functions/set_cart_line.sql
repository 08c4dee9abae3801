-- set_cart_line({ cartId, variantId, quantity }): sets, or with 0 removes, one line of a cart; the last write wins.
-- Answers { outcome: changed, cart } or { outcome: cart-not-found | variant-not-found | insufficient-stock { available } }.
-- Nothing is held: the look at the stock only spares the shopper a surprise at checkout.
create or replace function set_cart_line(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_cart      carts%rowtype;
  v_variant   uuid := (p ->> 'variantId')::uuid;
  v_quantity  int := (p ->> 'quantity')::int;
  v_available int;
  v_sellable  boolean;
begin
  select * into v_cart from carts where id = (p ->> 'cartId')::uuid;
  if not found then
    return jsonb_build_object('outcome', 'cart-not-found');
  end if;

  if v_quantity = 0 then
    delete from cart_lines where cart_id = v_cart.id and variant_id = v_variant;
  else
    select sellable into v_sellable from offers where variant_id = v_variant and currency = v_cart.currency;
    if not found then
      return jsonb_build_object('outcome', 'variant-not-found');
    end if;
    v_available := case when v_sellable then look_up_stock(v_variant, v_quantity) else 0 end;
    if v_available < v_quantity then
      return jsonb_build_object('outcome', 'insufficient-stock', 'available', v_available);
    end if;
    insert into cart_lines (cart_id, variant_id, quantity)
    values (v_cart.id, v_variant, v_quantity)
    on conflict (cart_id, variant_id) do update set quantity = excluded.quantity;
  end if;

  update carts set updated_at = now() where id = v_cart.id;
  return jsonb_build_object('outcome', 'changed', 'cart', cart_document(v_cart.id));
end
$$;
