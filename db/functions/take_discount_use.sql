-- take_discount_use(discount, order, buyer): takes one use of a code for an order that is about to be written. Answers null, or
-- the reason why there is none left: discount-used-up | discount-already-used; then nothing was taken.
--
-- Who comes first has the last use: a conditional update decides. Called after the stock was claimed (the global lock order:
-- lanes, then the discount, then the buyer's row). A code without a usage limit has no counter that its buyers would queue for;
-- its row is only kept from being given a limit meanwhile.
create or replace function take_discount_use(p_discount uuid, p_order uuid, p_buyer bytea) returns text
language plpgsql
as $$
declare
  v_discount discounts%rowtype;
begin
  loop
    update discounts set used = used + 1
    where id = p_discount and used < usage_limit
    returning * into v_discount;
    exit when found;
    select * into v_discount from discounts where id = p_discount for key share;
    exit when v_discount.usage_limit is null;
    if v_discount.used >= v_discount.usage_limit then
      return 'discount-used-up';
    end if;
    -- The limit was set or raised between the two statements: look again.
  end loop;

  insert into discount_buyers as b (discount_id, buyer, used) values (p_discount, p_buyer, 1)
  on conflict (discount_id, buyer) do update set used = b.used + 1
  where v_discount.per_customer_limit is null or b.used < v_discount.per_customer_limit;
  if not found then
    update discounts set used = used - 1 where id = p_discount and usage_limit is not null;
    return 'discount-already-used';
  end if;

  insert into discount_uses (order_id, discount_id, buyer) values (p_order, p_discount, p_buyer)
  on conflict (order_id) do update set given_back_at = null, used_at = now();
  return null;
end
$$;

-- retake_discount_use(order): for an order that lives again after it had expired (its payment came late): takes its use back.
-- False when somebody else has it by now; then nothing was taken. True also when the order used no code.
create or replace function retake_discount_use(p_order uuid) returns boolean
language plpgsql
as $$
declare
  v_use discount_uses%rowtype;
begin
  select * into v_use from discount_uses where order_id = p_order and given_back_at is not null;
  return v_use.order_id is null or take_discount_use(v_use.discount_id, p_order, v_use.buyer) is null;
end
$$;

-- discount_buyer(discount, e-mail): the buyer as this code knows them. Bound to the code, so that the books of two codes cannot
-- be joined into a history of a person, and kept when a person is erased from the orders.
create or replace function discount_buyer(p_discount uuid, p_email text) returns bytea
language sql immutable
return sha256(convert_to(p_discount::text || ':' || lower(btrim(p_email)), 'UTF8'));

-- has_used_discount(discount, e-mail): whether this buyer may not use the code once more.
create or replace function has_used_discount(p_discount uuid, p_email text) returns boolean
language sql stable
as $$
  select exists (
    select from discounts d
    join discount_buyers b on b.discount_id = d.id and b.buyer = discount_buyer(d.id, p_email)
    where d.id = p_discount and b.used >= d.per_customer_limit)
$$;
