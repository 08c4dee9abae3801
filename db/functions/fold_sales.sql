-- The books of sales, folded into sums that are small however many orders there are. Every order and refund is added once, soon
-- after it was paid or went back; what came since `sales_progress.sold_until` is added by whoever asks.
drop function if exists roll_up_sales(int);

-- quarter_of(moment): the quarter of an hour that it lies in.
create or replace function quarter_of(p_at timestamptz) returns timestamptz
language sql immutable
as $$
  select date_bin('15 minutes', p_at, timestamptz '2000-01-01 00:00:00+00')
$$;

-- add_sold(after, until): adds what was paid and what went back behind `after`, up to and with `until`. An order counts when it was
-- paid, whatever became of it; what went back counts when it went. Money that paid for nothing and went back counts nowhere.
create or replace function add_sold(p_after timestamptz, p_until timestamptz) returns void
language plpgsql
as $$
begin
  insert into sales_quarters as kept (at, currency, orders, units, total_minor, refunded_minor)
  select at, currency, sum(orders), sum(units), sum(total), sum(refunded)
  from (
    select quarter_of(o.paid_at) as at, o.currency, 1 as orders,
           (select coalesce(sum(l.quantity), 0) from order_lines l where l.order_id = o.id) as units, o.total_minor as total, 0 as refunded
    from orders o
    where o.paid_at > p_after and o.paid_at <= p_until
    union all
    select quarter_of(r.settled_at), r.currency, 0, 0, 0, r.amount_minor
    from refunds r
    join payments p on p.id = r.payment_id and p.status = 'succeeded'
    where r.settled_at > p_after and r.settled_at <= p_until and r.status = 'succeeded'
  ) as moved
  group by at, currency
  on conflict (at, currency) do update
  set orders = kept.orders + excluded.orders, units = kept.units + excluded.units,
      total_minor = kept.total_minor + excluded.total_minor, refunded_minor = kept.refunded_minor + excluded.refunded_minor;

  insert into variant_sales_daily as kept (day, variant_id, currency, product_id, units, total_minor)
  select (o.paid_at at time zone s.time_zone)::date, l.variant_id, o.currency, min(l.product_id::text)::uuid, sum(l.quantity),
         sum(l.unit_price_minor * l.quantity - l.discount_minor)
  from shop_settings s
  cross join orders o
  join order_lines l on l.order_id = o.id
  where o.paid_at > p_after and o.paid_at <= p_until
  group by 1, 2, 3
  on conflict (day, variant_id, currency) do update
  set units = kept.units + excluded.units, total_minor = kept.total_minor + excluded.total_minor;
end
$$;

-- add_ordered_carts(after, until, from, to): notes, where carts were begun, how many of them were paid for behind `after`, up to
-- and with `until`; of those alone that were begun from `from` on and before `to`.
create or replace function add_ordered_carts(p_after timestamptz, p_until timestamptz, p_from timestamptz, p_to timestamptz)
returns void
language sql
as $$
  insert into cart_quarters as kept (at, carts, ordered)
  select quarter_of(c.created_at), 0, count(*)
  from orders o
  join carts c on c.id = o.cart_id
  where o.paid_at > p_after and o.paid_at <= p_until and c.created_at >= p_from and c.created_at < p_to
  group by 1
  on conflict (at) do update set ordered = kept.ordered + excluded.ordered
$$;

-- add_carts(after, until): counts the carts with something in them that were begun in between, until included.
create or replace function add_carts(p_after timestamptz, p_until timestamptz) returns void
language sql
as $$
  insert into cart_quarters as kept (at, carts, ordered)
  select quarter_of(c.created_at), count(*), 0
  from carts c
  -- The id is by the clock of whoever made it, the moment by the database's: an hour more on both sides.
  where c.id > first_id_at(p_after - interval '1 hour') and c.id < first_id_at(p_until + interval '1 hour')
    and c.created_at > p_after and c.created_at <= p_until
    and exists (select from cart_lines l where l.cart_id = c.id)
  group by 1
  on conflict (at) do update set carts = kept.carts + excluded.carts
$$;

-- fold_sales(size): folds on, over some `size` orders at most. Answers whether there is more. Nothing can still be paid with a time
-- before the moment up to which it folds: a payment that began before may commit after it, so it goes no further than where the
-- oldest transaction began. Carts are counted ten minutes after they were begun, when there is something in them or never will be.
create or replace function fold_sales(p_size int) returns boolean
language plpgsql
as $$
declare
  v_done   sales_progress;
  v_closed timestamptz;
  v_until  timestamptz;
  v_carts  timestamptz;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('fold_sales', 0)) then
    return false;
  end if;
  insert into sales_progress (sold_until, carts_until) values ('2000-01-01', '2000-01-01') on conflict do nothing;
  select * into strict v_done from sales_progress;

  -- No statement of the shop runs for a minute: what is older stands idle and writes nothing that is dated now.
  select greatest(least(min(xact_start), now()), now() - interval '1 minute') - interval '1 microsecond' into v_closed
  from pg_stat_activity
  where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() and state <> 'idle';

  select paid_at into v_until from orders
  where paid_at > v_done.sold_until and paid_at <= v_closed order by paid_at offset p_size limit 1;
  v_until := greatest(coalesce(v_until, v_closed), v_done.sold_until);
  perform add_sold(v_done.sold_until, v_until);
  perform add_ordered_carts(v_done.sold_until, v_until, '-infinity', 'infinity');

  select c.created_at into v_carts from carts c
  where c.id > first_id_at(v_done.carts_until) order by c.id offset p_size limit 1;
  v_carts := greatest(least(v_carts, v_closed - interval '10 minutes'), v_done.carts_until);
  perform add_carts(v_done.carts_until, v_carts);

  update sales_progress set sold_until = v_until, carts_until = v_carts;
  return v_until < v_closed or v_carts < v_closed - interval '10 minutes';
end
$$;

-- refold_sales(day): computes a day of the shop's time zone anew, as far as it was folded: for orders that were changed after they
-- were paid, carts that were filled or paid late, and a shop that moved to another zone. A day of more than 100,000 orders stays as
-- it was folded: it would take longer than a statement may.
create or replace function refold_sales(p_day date) returns void
language plpgsql
as $$
declare
  v_zone text;
  v_done sales_progress;
  v_from timestamptz;
  v_to   timestamptz;
  v_tick constant interval := '1 microsecond';
begin
  perform pg_advisory_xact_lock(hashtextextended('fold_sales', 0));
  select time_zone into strict v_zone from shop_settings;
  select * into v_done from sales_progress;
  v_from := p_day::timestamp at time zone v_zone;
  v_to := (p_day + 1)::timestamp at time zone v_zone;
  if v_done.sold_until is null or v_done.sold_until <= v_from
     or (select sum(orders) from sales_quarters where at >= v_from and at < v_to) > 100000 then
    return;
  end if;

  delete from sales_quarters where at >= v_from and at < v_to;
  delete from variant_sales_daily where day = p_day;
  delete from cart_quarters where at >= v_from and at < v_to;
  perform add_sold(v_from - v_tick, least(v_to - v_tick, v_done.sold_until));
  perform add_carts(v_from - v_tick, least(v_to - v_tick, v_done.carts_until));
  perform add_ordered_carts(v_from - v_tick, least(v_to + interval '3 days', v_done.sold_until), v_from, v_to);
end
$$;
