-- release_due_holds(limit, variants?): expires up to `limit` pending orders whose deadline has passed (of those that
-- hold one of `variants`, when given) and gives their units back. Answers how many it expired.
--
-- Safe to run anywhere, any number of times, at once: order rows are taken with SKIP LOCKED, so two runs share the
-- work. An order whose payment runs or is in doubt is left alone until the provider was asked: it may be paid.
-- Must not be called by a transaction that holds lanes, or the global lock order (orders, then lanes) would break.
create or replace function release_due_holds(p_limit int, p_variants uuid[] default null) returns int
language plpgsql
as $$
declare
  v_orders     uuid[];
  v_have_codes boolean;
begin
  select array_agg(due.id), bool_or(due.discount_code is not null) into v_orders, v_have_codes
  from (
    select o.id, o.discount_code
    from orders o
    where o.status = 'pending' and o.expires_at <= now() and o.payment_status in ('none', 'declined')
      and (p_variants is null
        or (select count(*) from order_lines l where l.order_id = o.id and l.variant_id = any (p_variants)) > 0)
    order by o.expires_at
    limit p_limit
    for update of o skip locked
  ) due;

  if v_orders is null then
    return 0;
  end if;

  perform return_claims(v_orders, 'release');
  if v_have_codes then
    perform give_back_discount_uses(v_orders);
  end if;

  update orders set status = 'expired', closed_at = now() where id = any (v_orders);

  insert into order_events (order_id, kind, actor)
  select id, 'expired', 'system' from unnest(v_orders) as id;

  insert into outbox (id, name, data)
  select new_uuid_v7(), 'orders/order.expired', jsonb_build_object('orderId', 'ord_' || replace(id::text, '-', ''))
  from unnest(v_orders) as id;

  return cardinality(v_orders);
end
$$;

-- has_due_holds(variants): whether a pending order that holds one of these variants is past its deadline. Sees also those
-- that another transaction is releasing right now. Walks the due orders, a short range of a partial index, and looks at
-- the lines of each by key: left to itself the planner may scan all lines there are.
create or replace function has_due_holds(p_variants uuid[]) returns boolean
language plpgsql stable
as $$
begin
  return exists (
    select
    from orders o
    cross join lateral (
      select from order_lines l where l.order_id = o.id and l.variant_id = any (p_variants) limit 1
    ) held
    where o.status = 'pending' and o.expires_at <= now() and o.payment_status in ('none', 'declined'));
end
$$;

-- due_units(variant): the units that pending orders past their deadline hold.
create or replace function due_units(p_variant uuid) returns int
language sql stable
as $$
  select coalesce(sum(held.quantity), 0)::int
  from orders o
  cross join lateral (
    select l.quantity from order_lines l
    where l.order_id = o.id and l.variant_id = p_variant and l.claims is not null
    limit 1
  ) held
  where o.status = 'pending' and o.expires_at <= now() and o.payment_status in ('none', 'declined')
$$;
