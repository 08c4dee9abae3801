-- roll_up_sales(days): computes what was sold on the last so many days of the shop's time zone, today included, anew from orders
-- and refunds. An order counts on the day it was paid, whatever became of it; what went back counts on the day it went. Money that
-- paid for nothing and went back counts nowhere. May run twice, and in two places: one of them does it. Answers how many rows.
create or replace function roll_up_sales(p_days int) returns int
language plpgsql
as $$
declare
  v_zone  text;
  v_day   date;
  v_from  timestamptz;
  v_count int;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('roll_up_sales', 0)) then
    return 0;
  end if;
  select time_zone into strict v_zone from shop_settings;
  v_day := (now() at time zone v_zone)::date - (p_days - 1);
  v_from := v_day::timestamp at time zone v_zone;

  delete from sales_daily where day >= v_day;
  insert into sales_daily (day, currency, orders, units, total_minor, shipping_minor, tax_minor, tax_included_minor,
                           discount_minor, refunded_minor)
  select day, currency, sum(orders), sum(units), sum(total), sum(shipping), sum(tax), sum(tax_included), sum(discount),
         sum(refunded)
  from (
    select (o.paid_at at time zone v_zone)::date as day, o.currency, 1 as orders, l.units, o.total_minor as total,
           o.shipping_minor as shipping, o.tax_minor as tax, o.tax_included_minor as tax_included,
           o.discount_minor as discount, 0 as refunded
    from orders o
    join (select order_id, sum(quantity) as units from order_lines group by order_id) l on l.order_id = o.id
    where o.paid_at >= v_from
    union all
    select (r.settled_at at time zone v_zone)::date, r.currency, 0, 0, 0, 0, 0, 0, 0, r.amount_minor
    from refunds r
    join payments p on p.id = r.payment_id and p.status = 'succeeded'
    where r.status = 'succeeded' and r.settled_at >= v_from
  ) as moved
  group by day, currency;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
