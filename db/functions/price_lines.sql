-- price_lines({ lines: [{ variantId, quantity }], currency?, country?, region?, shippingMethod?, discountCode?, email? }): what
-- price_basket() says, as jsonb: the basket's document, and problems [{ path, reason }]; when there are any, the amounts must
-- not be used. With an e-mail address also whether this buyer has used up the code for themselves.
create or replace function price_lines(p jsonb) returns jsonb
language plpgsql stable
as $$
declare
  v_basket priced_basket := price_basket(
    p -> 'lines', p ->> 'currency', p ->> 'country', p ->> 'region', p ->> 'shippingMethod', p ->> 'discountCode');
begin
  if v_basket.discount_id is not null and has_used_discount(v_basket.discount_id, p ->> 'email') then
    v_basket.problems := '[{"path": "discountCode", "reason": "discount-already-used"}]';
  end if;
  return basket_document(v_basket)::jsonb || jsonb_build_object('problems', coalesce(v_basket.problems, '[]'));
end
$$;

-- Until price_basket() took over, this file held it.
drop function if exists tax_rate_for(tax_rates[], text);
