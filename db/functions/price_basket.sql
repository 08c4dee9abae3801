-- price_basket(lines jsonb [{ variantId, quantity }], currency, country, region, shipping method, discount code); all but
-- the lines may be null.
--
-- The one place where money is computed: place_order and the quote both call it, TypeScript only formats. Lines of one
-- variant are merged. Amounts are integer minor units. Each rounding is per line (and once for shipping), half away
-- from zero, which is what round(numeric) does.
--
-- Answers a priced_basket; when it has problems ([{ path, reason }]) its amounts must not be used.
--   subtotal       sum of the lines as priced; what shipping rates look at, so a code never takes a free delivery away
--   tax            what comes on top (lines and shipping)
--   tax_included   what is inside the prices (lines and shipping), for information
--   discount       what the code takes off, lines and shipping (discount_basket)
--   total          subtotal + shipping + tax - discount
--
-- Everything is priced in one currency, the shop's own unless told. Prices and rates are rows by currency, and nothing is
-- converted: what has no price in it cannot be bought in it.
--
-- Typed values in and out, and one index look at a time: jsonb costs several times what a record does, and starting the
-- executor for one clever query several times what these looks do.
create or replace function price_basket(
  p_lines jsonb, p_currency text, p_country text, p_region text, p_method text, p_code text)
returns priced_basket
language plpgsql stable
as $$
declare
  v           priced_basket;
  v_country   text := p_country;
  v_region    text := coalesce(p_region, '');
  v_line      priced_line;
  v_lines     priced_line[] := '{}';
  v_last      int := jsonb_array_length(p_lines) - 1;
  v_variant   uuid;
  v_variants  uuid[];
  v_quantity  int;
  v_weight    bigint;
  v_tax_class text;
  v_tax       record;
begin
  select
    coalesce(p_currency, s.currency), null, 0, 0, null, 0, 0, 0, 0, 0,
    case when p_currency <> s.currency and p_currency <> all (s.currencies)
      then '[{"path": "currency", "reason": "currency-not-sold"}]'::jsonb end
  into v from shop_settings s;
  if v_country is null then
    select s.country into v_country from shop_settings s;
  end if;

  for i in 0 .. v_last loop
    v_variant := (p_lines -> i ->> 'variantId')::uuid;
    -- Merged into its first line already.
    continue when v_variant = any (v_variants);
    v_variants := v_variants || v_variant;
    v_quantity := (p_lines -> i ->> 'quantity')::int;
    for j in i + 1 .. v_last loop
      if (p_lines -> j ->> 'variantId')::uuid = v_variant then
        v_quantity := v_quantity + (p_lines -> j ->> 'quantity')::int;
      end if;
    end loop;

    select
      o.variant_id, o.product_id, o.sku, o.title, o.options, v_quantity, i, o.sellable, o.weight_grams, o.requires_shipping,
      o.tax_class, o.price_minor, o.price_minor * v_quantity, 0, 0, 0, null, null, 0
    into v_line
    from offers o
    where o.variant_id = v_variant and o.currency = v.currency;
    if not found then
      v.problems := coalesce(v.problems, '[]')
        || jsonb_build_object('path', 'lines/' || i || '/variantId', 'reason', case
          when exists (select from offers o where o.variant_id = v_variant) then 'variant-other-currency'
          else 'unknown-variant' end);
      continue;
    end if;

    -- Most baskets are of one class: its rate is looked up once.
    if v_tax_class is distinct from v_line.tax_class then
      v_tax_class := v_line.tax_class;
      select * into v_tax from tax_rate_at(v_country, v_region, v_tax_class);
    end if;
    if v_tax.ppm > 0 then
      v_line.tax_rate_ppm := v_tax.ppm;
      if v_tax.included then
        v_line.tax_included := round(v_line.line_total * v_tax.ppm::numeric / (1000000 + v_tax.ppm));
        v.tax_included := v.tax_included + v_line.tax_included;
      else
        v_line.tax := round(v_line.line_total * v_tax.ppm::numeric / 1000000);
        v.tax := v.tax + v_line.tax;
      end if;
    end if;
    v_lines := v_lines || v_line;
    v.subtotal := v.subtotal + v_line.line_total;
    if v_line.requires_shipping then
      -- Null as long as nothing is to be shipped.
      v_weight := coalesce(v_weight, 0) + v_line.weight_grams::bigint * v_line.quantity;
    end if;
  end loop;
  v.lines := v_lines;

  if v_weight is not null then
    select method.code, method.price_minor
    into v.shipping_method, v.shipping
    from shipping_zone_at(v_country, v_region) as zone
    cross join lateral (
      select r.code, r.price_minor
      from shipping_rates r
      where r.zone_id = zone.zone_id and r.currency = v.currency
        and (p_method is null or r.code = p_method)
        and v.subtotal >= r.min_subtotal_minor
        and (r.max_weight_grams is null or v_weight <= r.max_weight_grams)
      order by r.price_minor, r.code
      limit 1
    ) method;

    if found then
      if v.shipping > 0 then
        if v_tax_class <> 'standard' then
          select * into v_tax from tax_rate_at(v_country, v_region, 'standard');
        end if;
        if v_tax.applies_to_shipping and v_tax.included then
          v.tax_included := v.tax_included + round(v.shipping * v_tax.ppm::numeric / (1000000 + v_tax.ppm));
        elsif v_tax.applies_to_shipping then
          v.shipping_tax := round(v.shipping * v_tax.ppm::numeric / 1000000);
          v.tax := v.tax + v.shipping_tax;
        end if;
      end if;
    else
      v.problems := coalesce(v.problems, '[]') || case
        when p_method is not null and exists (
          select from shipping_zone_at(v_country, v_region) as zone
          join shipping_rates r on r.zone_id = zone.zone_id
          where r.currency = v.currency and r.code <> p_method)
        then '[{"path": "shippingMethod", "reason": "unknown-shipping-method"}]'
        else '[{"path": "shippingAddress/country", "reason": "no-shipping-to-country"}]'::jsonb end;
    end if;
  end if;

  v.total := v.subtotal + v.shipping + v.tax - v.discount;
  if p_code is not null then
    return discount_basket(v, v_country, v_region, p_code);
  end if;
  return v;
end
$$;

-- tax_rate_at(country, region, class): the one rate that counts there, or no row. Like shipping_zone_at(), a single select
-- without side effects, so that the planner puts it in place of the call.
create or replace function tax_rate_at(p_country text, p_region text, p_class text)
returns table (ppm int, included boolean, applies_to_shipping boolean)
language sql stable
as $$
  -- A region's rate before its country's: '' sorts last.
  select t.rate_ppm, t.included, t.applies_to_shipping
  from tax_rates t
  where t.country = p_country and t.region in (p_region, '') and t.tax_class = p_class
  order by t.region desc
  limit 1
$$;

-- shipping_zone_at(country, region): the zone that a destination lies in, or no row.
create or replace function shipping_zone_at(p_country text, p_region text) returns table (zone_id uuid)
language sql stable
as $$
  -- A zone that names the country before the rest of the world, one that names the region before its country's.
  select z.zone_id
  from shipping_zone_countries z
  where z.country in (p_country, '*') and z.region in (p_region, '')
  order by z.country = '*', z.region desc
  limit 1
$$;
