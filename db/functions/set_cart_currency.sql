-- set_cart_currency({ cartId, currency? }): has a cart priced in another currency, the shop's own unless told. A cart has one
-- currency, and its lines no price of their own, so that this is all there is to change. Answers { outcome: changed, cart } or
-- { outcome: cart-not-found | currency-not-sold }.
create or replace function set_cart_currency(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_currency text;
begin
  select coalesce(p ->> 'currency', s.currency) into v_currency
  from shop_settings s
  where p ->> 'currency' is null or p ->> 'currency' = s.currency or p ->> 'currency' = any (s.currencies);
  if not found then
    return jsonb_build_object('outcome', 'currency-not-sold');
  end if;

  update carts set currency = v_currency, updated_at = now() where id = (p ->> 'cartId')::uuid;
  if not found then
    return jsonb_build_object('outcome', 'cart-not-found');
  end if;
  return jsonb_build_object('outcome', 'changed', 'cart', cart_document((p ->> 'cartId')::uuid));
end
$$;
