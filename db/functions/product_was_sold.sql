-- product_was_sold(product, made at): whether an order names it. An order's id begins with its time, so only orders
-- since the product was made are looked at, as a range of the lines' primary key: no index of its own, which every
-- purchase would pay for. The hour is for clocks that disagree.
create or replace function product_was_sold(p_product uuid, p_made_at timestamptz) returns boolean
language sql stable
as $$
  select exists (
    select from order_lines
    where product_id = p_product
      and order_id >= (lpad(to_hex(floor(extract(epoch from p_made_at - interval '1 hour') * 1000)::bigint), 12, '0')
                       || repeat('0', 20))::uuid)
$$;
