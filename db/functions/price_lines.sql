-- price_lines({ lines: [{ variantId, quantity }], currency?, country?, region?, shippingMethod?, discountCode? })
--
-- The one place where money is computed: place_order and the quote both call it, TypeScript only formats. Lines of one
-- variant are merged. Amounts are integer minor units. Each rounding is per line (and once for shipping), half away
-- from zero, which is what round(numeric) does.
--
-- Answers { currency, lines, subtotal, shipping, shippingMethod, shippingTax, tax, taxIncluded, discount, total,
-- problems: [{ path, reason }] }; when there are problems the amounts must not be used.
--   subtotal     sum of the lines as priced
--   tax          what comes on top (lines and shipping)
--   taxIncluded  what is inside the prices (lines and shipping), for information
--   total        subtotal + shipping + tax - discount
create or replace function price_lines(p jsonb) returns jsonb
language plpgsql stable
as $$
declare
  v_settings   shop_settings%rowtype;
  v_currency   text;
  v_country    text;
  v_region     text := coalesce(p ->> 'region', '');
  v_method     text := p ->> 'shippingMethod';
  v_lines      jsonb;
  v_problems   jsonb;
  v_subtotal   bigint;
  v_weight     bigint;
  v_ships      boolean;
  v_tax        bigint;
  v_included   bigint;
  v_zone       uuid;
  v_rate       shipping_rates%rowtype;
  v_shipping   bigint := 0;
  v_ship_tax   bigint := 0;
  v_ship_incl  bigint := 0;
  v_tax_rate   tax_rates%rowtype;
begin
  select * into v_settings from shop_settings;
  v_currency := coalesce(p ->> 'currency', v_settings.currency);
  v_country := coalesce(p ->> 'country', v_settings.country);

  with asked as (
    select (line ->> 'variantId')::uuid as variant_id,
           sum((line ->> 'quantity')::int)::int as quantity,
           min(position)::int - 1 as first
    from jsonb_array_elements(p -> 'lines') with ordinality as given(line, position)
    group by 1
  ),
  priced as (
    select asked.variant_id, asked.quantity, asked.first,
           o.product_id, o.sku, o.title, o.options, o.sellable, o.weight_grams, o.requires_shipping,
           o.price_minor as unit, o.price_minor * asked.quantity as line_total,
           coalesce(t.rate_ppm, 0) as rate_ppm,
           case when not t.included then round(o.price_minor * asked.quantity * t.rate_ppm / 1000000.0) else 0 end::bigint
             as tax,
           case when t.included
             then round(o.price_minor * asked.quantity * t.rate_ppm::numeric / (1000000 + t.rate_ppm)) else 0 end::bigint
             as tax_included
    from asked
    -- One look per line, said so that the planner cannot make it a scan of all offers (it guesses 100 lines).
    left join lateral (
      select * from offers where offers.variant_id = asked.variant_id and offers.currency = v_currency limit 1
    ) o on true
    left join lateral (
      -- A region's row ('' sorts last) takes the place of its country's.
      select r.rate_ppm, r.included
      from tax_rates r
      where r.country = v_country and r.region in (v_region, '') and r.tax_class = o.tax_class
      order by r.region desc
      limit 1
    ) t on true
  )
  select
    jsonb_agg(jsonb_build_object(
      'variantId', variant_id, 'productId', product_id, 'sku', sku, 'title', title, 'options', options,
      'quantity', quantity, 'first', first, 'sellable', sellable, 'unitPrice', unit, 'lineTotal', line_total,
      'taxRatePpm', rate_ppm, 'tax', tax, 'taxIncluded', tax_included) order by first)
      filter (where product_id is not null),
    jsonb_agg(jsonb_build_object('path', 'lines/' || first || '/variantId', 'reason', 'unknown-variant') order by first)
      filter (where product_id is null),
    sum(line_total), sum(weight_grams * quantity), bool_or(requires_shipping), sum(tax), sum(tax_included)
  into v_lines, v_problems, v_subtotal, v_weight, v_ships, v_tax, v_included
  from priced;

  v_problems := coalesce(v_problems, '[]');

  if v_ships then
    select z.zone_id into v_zone
    from shipping_zone_countries z
    where (z.country = v_country and z.region in (v_region, '')) or (z.country = '*' and z.region = '')
    order by z.country = '*', z.region desc
    limit 1;

    select * into v_rate
    from shipping_rates r
    where r.zone_id = v_zone and r.currency = v_currency
      and (v_method is null or r.code = v_method)
      and v_subtotal >= r.min_subtotal_minor
      and (r.max_weight_grams is null or v_weight <= r.max_weight_grams)
    order by r.price_minor, r.code
    limit 1;

    if found then
      v_shipping := v_rate.price_minor;
      select * into v_tax_rate
      from tax_rates r
      where r.country = v_country and r.region in (v_region, '') and r.tax_class = 'standard'
      order by r.region desc
      limit 1;
      if found and v_tax_rate.applies_to_shipping then
        if v_tax_rate.included then
          v_ship_incl := round(v_shipping * v_tax_rate.rate_ppm::numeric / (1000000 + v_tax_rate.rate_ppm));
        else
          v_ship_tax := round(v_shipping * v_tax_rate.rate_ppm / 1000000.0);
        end if;
      end if;
    elsif v_method is not null and exists (
      select from shipping_rates r where r.zone_id = v_zone and r.currency = v_currency and r.code <> v_method
    ) then
      v_problems := v_problems || jsonb_build_object('path', 'shippingMethod', 'reason', 'unknown-shipping-method');
    else
      v_problems := v_problems
        || jsonb_build_object('path', 'shippingAddress/country', 'reason', 'no-shipping-to-country');
    end if;
  end if;

  if p ->> 'discountCode' is not null then
    v_problems := v_problems || jsonb_build_object('path', 'discountCode', 'reason', 'unknown-discount-code');
  end if;

  return jsonb_build_object(
    'currency', v_currency,
    'lines', coalesce(v_lines, '[]'),
    'subtotal', v_subtotal,
    'shipping', v_shipping,
    'shippingMethod', v_rate.code,
    'shippingTax', v_ship_tax,
    'tax', v_tax + v_ship_tax,
    'taxIncluded', v_included + v_ship_incl,
    'discount', 0,
    'total', v_subtotal + v_shipping + v_tax + v_ship_tax,
    'problems', v_problems);
end
$$;
