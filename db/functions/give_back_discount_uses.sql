-- give_back_discount_uses(orders): the uses of codes that these orders took are free for others again. The caller holds the order
-- rows and ends the orders in the same transaction; it has locked all lanes that it will lock. Discounts are locked in the order
-- of their ids, buyers' rows after them.
create or replace function give_back_discount_uses(p_orders uuid[]) returns void
language plpgsql
as $$
begin
  perform from discounts d
  where d.id in (select u.discount_id from discount_uses u where u.order_id = any (p_orders) and u.given_back_at is null)
  order by d.id
  for no key update;

  with given_back as (
    update discount_uses set given_back_at = now()
    where order_id = any (p_orders) and given_back_at is null
    returning discount_id, buyer
  ),
  counted as (
    update discounts d set used = d.used - g.uses
    from (select discount_id, count(*) as uses from given_back group by discount_id) g
    where d.id = g.discount_id and d.usage_limit is not null
  )
  update discount_buyers b set used = b.used - g.uses
  from (select discount_id, buyer, count(*) as uses from given_back group by discount_id, buyer) g
  where b.discount_id = g.discount_id and b.buyer = g.buyer;
end
$$;
