-- quote_checkout({ cartId, or lines and currency?, country?, region?, shippingMethod?, discountCode?, email? }): what checkout would cost
-- now. Holds nothing. Answers { outcome: quoted, quote, shippingMethods } or { outcome: cart-not-found | cart-empty } or
-- { outcome: invalid, problems }.
create or replace function quote_checkout(p jsonb) returns jsonb
language plpgsql stable
as $$
declare
  v_lines    jsonb := p -> 'lines';
  v_currency text := p ->> 'currency';
  v_quote    jsonb;
begin
  if p ? 'cartId' then
    select currency into v_currency from carts where id = (p ->> 'cartId')::uuid;
    if not found then
      return jsonb_build_object('outcome', 'cart-not-found');
    end if;
    select jsonb_agg(jsonb_build_object('variantId', variant_id, 'quantity', quantity) order by added_at, variant_id)
    into v_lines
    from cart_lines where cart_id = (p ->> 'cartId')::uuid;
    if v_lines is null then
      return jsonb_build_object('outcome', 'cart-empty');
    end if;
  end if;

  v_quote := price_lines(p || jsonb_build_object('lines', v_lines, 'currency', v_currency));
  if v_quote -> 'problems' <> '[]' then
    return jsonb_build_object('outcome', 'invalid', 'problems', v_quote -> 'problems');
  end if;
  return jsonb_build_object(
    'outcome', 'quoted', 'quote', v_quote,
    'shippingMethods', shipping_methods(p || v_quote));
end
$$;
