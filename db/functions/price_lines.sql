-- price_lines({ lines: [{ variantId, quantity }], currency?, country?, region?, shippingMethod?, discountCode? }): what
-- price_basket() says, as jsonb: the basket's document, and problems [{ path, reason }]; when there are any, the amounts must
-- not be used.
create or replace function price_lines(p jsonb) returns jsonb
language plpgsql stable
as $$
declare
  v_basket priced_basket := price_basket(
    p -> 'lines', p ->> 'currency', p ->> 'country', p ->> 'region', p ->> 'shippingMethod', p ->> 'discountCode');
begin
  return basket_document(v_basket)::jsonb || jsonb_build_object('problems', coalesce(v_basket.problems, '[]'));
end
$$;

-- Until price_basket() took over, this file held it.
drop function if exists tax_rate_for(tax_rates[], text);
