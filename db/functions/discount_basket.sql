-- discount_basket(basket, country, region, code): the basket as price_basket() priced it, less what the code takes off. Called
-- only when there is a code, so that a purchase without one pays for none of this.
--
--   percentage     of what the eligible lines cost, rounded once
--   amount         at most what the eligible lines cost
--   free_shipping  the shipping's price: it stays in `shipping`, and the discount takes it away, so that
--                  total = subtotal + shipping + tax - discount shows what the code was worth
--
-- The first two are allocated to the eligible lines (allocate_minor), and each line's tax is that of what is really paid for it.
-- What falls on no line was taken off the shipping. A code that would take nothing off is refused: it shall not be used up for
-- nothing. Which buyer it is, is looked at where the use is taken (take_discount_use) and in the quote (price_lines).
create or replace function discount_basket(p_basket priced_basket, p_country text, p_region text, p_code text)
returns priced_basket
language plpgsql stable
as $$
declare
  v          priced_basket := p_basket;
  v_discount discounts%rowtype;
  v_reason   text;
  v_weights  bigint[];
  v_eligible bigint;
  v_shares   bigint[];
  v_line     priced_line;
  v_lines    priced_line[];
  v_tax      record;
begin
  select * into v_discount from discounts where lower(code) = lower(p_code) and enabled;
  v_reason := case
    when v_discount.id is null then 'unknown-discount-code'
    when v_discount.starts_at > now() then 'discount-not-started'
    when v_discount.ends_at <= now() then 'discount-ended'
    when v_discount.used >= v_discount.usage_limit then 'discount-used-up'
    when v_discount.currency <> v.currency then 'discount-other-currency'
  end;

  -- A basket that cannot be priced says what is wrong with it; whether the code would suit it cannot be said.
  if v_reason is null and v.problems is null then
    select array_agg(case when is_eligible then line.line_total else 0 end order by line.ordinality),
           sum(line.line_total) filter (where is_eligible)
    into v_weights, v_eligible
    from unnest(v.lines) with ordinality as line
    cross join lateral (
      select v_discount.collection_id is null or exists (
        select from offer_collections c
        where c.collection_id = v_discount.collection_id and c.product_id = line.product_id) as is_eligible
    ) as which;

    if v_eligible is null then
      v_reason := 'discount-nothing-eligible';
    elsif v_eligible < v_discount.min_subtotal_minor then
      v_reason := 'discount-minimum-not-reached';
    else
      v.discount := case v_discount.kind
        when 'percentage' then round(v_eligible * v_discount.rate_ppm::numeric / 1000000)
        when 'amount' then least(v_discount.amount_minor, v_eligible)
        else v.shipping end;
      if v.discount = 0 then
        v_reason := 'discount-nothing-eligible';
      end if;
    end if;
  end if;

  if v_reason is not null then
    v.problems := coalesce(v.problems, '[]') || jsonb_strip_nulls(jsonb_build_object(
      'path', 'discountCode', 'reason', v_reason,
      'minimum', case when v_reason = 'discount-minimum-not-reached' then v_discount.min_subtotal_minor end,
      'currency', case when v_reason = 'discount-minimum-not-reached' then v_discount.currency end));
    return v;
  elsif v.problems is not null then
    return v;
  end if;

  v.discount_id := v_discount.id;
  v.discount_code := v_discount.code;

  if v_discount.kind = 'free_shipping' then
    select * into v_tax from tax_rate_at(p_country, p_region, 'standard');
    if v_tax.applies_to_shipping and v_tax.included then
      v.tax_included := v.tax_included - round(v.shipping * v_tax.ppm::numeric / (1000000 + v_tax.ppm));
    end if;
    v.tax := v.tax - v.shipping_tax;
    v.shipping_tax := 0;
  else
    v_shares := allocate_minor(v.discount, v_weights);
    for i in 1 .. cardinality(v.lines) loop
      v_line := v.lines[i];
      v_line.discount := v_shares[i];
      if v_line.discount > 0 and v_line.tax_rate_ppm > 0 then
        select * into v_tax from tax_rate_at(p_country, p_region, v_line.tax_class);
        v.tax := v.tax - v_line.tax;
        v.tax_included := v.tax_included - v_line.tax_included;
        if v_tax.included then
          v_line.tax_included :=
            round((v_line.line_total - v_line.discount) * v_tax.ppm::numeric / (1000000 + v_tax.ppm));
        else
          v_line.tax := round((v_line.line_total - v_line.discount) * v_tax.ppm::numeric / 1000000);
        end if;
        v.tax := v.tax + v_line.tax;
        v.tax_included := v.tax_included + v_line.tax_included;
      end if;
      v_lines := v_lines || v_line;
    end loop;
    v.lines := v_lines;
  end if;

  v.total := v.subtotal + v.shipping + v.tax - v.discount;
  return v;
end
$$;
