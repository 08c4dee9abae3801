-- shipping_methods({ lines: [{ variantId, quantity }], currency, subtotal, country?, region? }): the ways to ship these
-- lines there, each code at its cheapest: [{ code, title, price }], cheapest first. Empty when nothing needs shipping.
create or replace function shipping_methods(p jsonb) returns jsonb
language plpgsql stable
as $$
declare
  v_weight  bigint;
  v_zone    uuid;
  v_country text := p ->> 'country';
begin
  if v_country is null then
    select country into v_country from shop_settings;
  end if;

  select sum(o.weight_grams::bigint * (line ->> 'quantity')::int) into v_weight
  from jsonb_array_elements(p -> 'lines') as line
  cross join lateral (
    select * from offers
    where offers.variant_id = (line ->> 'variantId')::uuid and offers.currency = (p ->> 'currency')::char(3)
      and requires_shipping
    limit 1
  ) o;
  if v_weight is null then
    return '[]';
  end if;

  select zone_id into v_zone from shipping_zone_at(v_country, coalesce(p ->> 'region', ''));

  return coalesce((
    select jsonb_agg(jsonb_build_object('code', m.code, 'title', m.title, 'price', m.price_minor)
      order by m.price_minor, m.code)
    from (
      select distinct on (r.code) r.code, r.title, r.price_minor
      from shipping_rates r
      where r.zone_id = v_zone and r.currency = (p ->> 'currency')::char(3)
        and (p ->> 'subtotal')::bigint >= r.min_subtotal_minor
        and (r.max_weight_grams is null or v_weight <= r.max_weight_grams)
      order by r.code, r.price_minor
    ) m
  ), '[]');
end
$$;
