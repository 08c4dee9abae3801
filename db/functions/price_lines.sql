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
--
-- Loops with one index look a line, on purpose: in a function that runs thousands of times a second, starting the
-- executor for one clever query costs several times what this does.
create or replace function price_lines(p jsonb) returns jsonb
language plpgsql stable
as $$
declare
  v_currency   text := p ->> 'currency';
  v_country    text := p ->> 'country';
  v_region     text := coalesce(p ->> 'region', '');
  v_method     text := p ->> 'shippingMethod';
  v_variants   uuid[] := '{}';
  v_quantities int[] := '{}';
  v_firsts     int[] := '{}';
  v_variant    uuid;
  v_at         int;
  v_offer      offers%rowtype;
  v_lines      jsonb := '[]';
  v_problems   jsonb := '[]';
  v_line_total bigint;
  v_line_tax   bigint;
  v_line_incl  bigint;
  v_subtotal   bigint := 0;
  v_weight     bigint := 0;
  v_ships      boolean := false;
  v_tax        bigint := 0;
  v_included   bigint := 0;
  v_rates      tax_rates[];
  v_rate       tax_rates;
  v_zone       uuid;
  v_method_row shipping_rates%rowtype;
  v_shipping   bigint := 0;
  v_ship_tax   bigint := 0;
begin
  if v_currency is null or v_country is null then
    select coalesce(v_currency, currency), coalesce(v_country, country) into v_currency, v_country from shop_settings;
  end if;

  -- All rates that could apply here, a region's before its country's ('' sorts last).
  select array_agg(r order by r.region desc) into v_rates
  from tax_rates r
  where r.country = v_country and r.region in (v_region, '');

  for i in 0 .. jsonb_array_length(p -> 'lines') - 1 loop
    v_variant := (p -> 'lines' -> i ->> 'variantId')::uuid;
    v_at := array_position(v_variants, v_variant);
    if v_at is null then
      v_variants := v_variants || v_variant;
      v_quantities := v_quantities || (p -> 'lines' -> i ->> 'quantity')::int;
      v_firsts := v_firsts || i;
    else
      v_quantities[v_at] := v_quantities[v_at] + (p -> 'lines' -> i ->> 'quantity')::int;
    end if;
  end loop;

  for i in 1 .. cardinality(v_variants) loop
    select * into v_offer from offers where variant_id = v_variants[i] and currency = v_currency;
    if not found then
      v_problems := v_problems
        || jsonb_build_object('path', 'lines/' || v_firsts[i] || '/variantId', 'reason', 'unknown-variant');
      continue;
    end if;

    v_line_total := v_offer.price_minor * v_quantities[i];
    v_line_tax := 0;
    v_line_incl := 0;
    v_rate := tax_rate_for(v_rates, v_offer.tax_class);
    if v_rate.included then
      v_line_incl := round(v_line_total * v_rate.rate_ppm::numeric / (1000000 + v_rate.rate_ppm));
    elsif v_rate.rate_ppm > 0 then
      v_line_tax := round(v_line_total * v_rate.rate_ppm::numeric / 1000000);
    end if;

    v_lines := v_lines || jsonb_build_object(
      'variantId', v_offer.variant_id, 'productId', v_offer.product_id, 'sku', v_offer.sku, 'title', v_offer.title,
      'options', v_offer.options, 'quantity', v_quantities[i], 'first', v_firsts[i], 'sellable', v_offer.sellable,
      'unitPrice', v_offer.price_minor, 'lineTotal', v_line_total, 'taxRatePpm', coalesce(v_rate.rate_ppm, 0),
      'tax', v_line_tax, 'taxIncluded', v_line_incl);
    v_subtotal := v_subtotal + v_line_total;
    v_weight := v_weight + v_offer.weight_grams::bigint * v_quantities[i];
    v_ships := v_ships or v_offer.requires_shipping;
    v_tax := v_tax + v_line_tax;
    v_included := v_included + v_line_incl;
  end loop;

  if v_ships then
    select z.zone_id into v_zone
    from shipping_zone_countries z
    where (z.country = v_country and z.region in (v_region, '')) or (z.country = '*' and z.region = '')
    order by z.country = '*', z.region desc
    limit 1;

    select * into v_method_row
    from shipping_rates r
    where r.zone_id = v_zone and r.currency = v_currency
      and (v_method is null or r.code = v_method)
      and v_subtotal >= r.min_subtotal_minor
      and (r.max_weight_grams is null or v_weight <= r.max_weight_grams)
    order by r.price_minor, r.code
    limit 1;

    if found then
      v_shipping := v_method_row.price_minor;
      v_rate := tax_rate_for(v_rates, 'standard');
      if v_rate.applies_to_shipping then
        if v_rate.included then
          v_included := v_included + round(v_shipping * v_rate.rate_ppm::numeric / (1000000 + v_rate.rate_ppm));
        else
          v_ship_tax := round(v_shipping * v_rate.rate_ppm::numeric / 1000000);
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
    'currency', v_currency, 'lines', v_lines, 'subtotal', v_subtotal, 'shipping', v_shipping,
    'shippingMethod', v_method_row.code, 'shippingTax', v_ship_tax, 'tax', v_tax + v_ship_tax,
    'taxIncluded', v_included, 'discount', 0, 'total', v_subtotal + v_shipping + v_tax + v_ship_tax,
    'problems', v_problems);
end
$$;

-- tax_rate_for(rates, class): the first rate of this class, or null.
create or replace function tax_rate_for(p_rates tax_rates[], p_class text) returns tax_rates
language plpgsql immutable
as $$
begin
  for i in 1 .. coalesce(cardinality(p_rates), 0) loop
    if p_rates[i].tax_class = p_class then
      return p_rates[i];
    end if;
  end loop;
  return null;
end
$$;
