-- order_taxes(order): the order's tax by rate, the highest first: [{ ratePpm, net, tax, taxIncluded }] in minor units, from what was
-- stored when it was sold. All net, tax and taxIncluded together are the order's total; tax and taxIncluded are the order's own.
--
-- The rate of a line is stored, that of the shipping is not. It is the standard class's of that day: one of the lines' rates comes to the
-- shipping's tax to the minor unit, and neither another one nor what the standard rate is there today does, then it is that. Where this
-- does not tell, and where the shipping is not taxed, the shipping is a part of its own without a rate, the last.
create or replace function order_taxes(p_order uuid) returns jsonb
language plpgsql stable
as $$
begin
  -- PL/pgSQL for one query, because it keeps the plan.
  return (
    with
    lines as (
      select l.tax_rate_ppm as ppm, l.unit_price_minor * l.quantity - l.discount_minor - l.tax_included_minor as net,
             l.tax_minor as tax, l.tax_included_minor as included, l.discount_minor as discount
      from order_lines l where l.order_id = p_order
    ),
    shipping as (
      select o.shipping_minor - o.discount_minor + of_lines.discount as price, o.shipping_tax_minor as tax,
             o.tax_included_minor - of_lines.included as included
      from orders o
      cross join (select sum(discount)::bigint as discount, sum(included)::bigint as included from lines) as of_lines
      where o.id = p_order
    ),
    rates as (
      -- A line whose tax rounds to nothing tells neither way whether it was inside its price.
      select distinct l.ppm, true as was_sold_at
      from lines l, shipping s
      where case when s.included > 0 then l.tax = 0 else l.included = 0 end
      union all
      select today.ppm, false
      from order_contacts c
      cross join tax_rate_at(c.shipping_address ->> 'country', coalesce(c.shipping_address ->> 'region', ''), 'standard') as today
      where c.order_id = p_order
    ),
    shipping_rate as (
      select case when count(distinct r.ppm) = 1 and bool_or(r.was_sold_at) then min(r.ppm) end as ppm
      from rates r, shipping s
      where case when s.included > 0 then round(s.price * r.ppm::numeric / (1000000 + r.ppm)) = s.included
                 else s.tax > 0 and round(s.price * r.ppm::numeric / 1000000) = s.tax end
    ),
    parts as (
      select ppm, net, tax, included from lines
      union all
      select r.ppm, s.price - s.included, s.tax, s.included from shipping s, shipping_rate r
    ),
    by_rate as (
      select ppm, sum(net) as net, sum(tax) as tax, sum(included) as included
      from parts group by ppm having sum(net) > 0 or sum(tax) > 0 or sum(included) > 0
    )
    select coalesce(jsonb_agg(
      jsonb_build_object('ratePpm', ppm, 'net', net, 'tax', tax, 'taxIncluded', included) order by ppm desc nulls last), '[]')
    from by_rate);
end
$$;
