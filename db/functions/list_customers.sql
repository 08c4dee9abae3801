-- list_customers(after, prefix of an address in lower case with its wildcards escaped, how many): customers by what they did last,
-- newest first: an order, or having become one. `at` is that order or account, and where the next page goes on. Ids sort by time.
--
-- Walks the orders backwards and keeps of each address the last one: a look into the index of addresses for each order on the way,
-- whatever the number of customers.
create or replace function list_customers(p_after uuid, p_prefix text, p_limit int)
returns table (at uuid, customer jsonb)
language sql stable
as $$
  with
  bought as (
    select c.order_id as at, c.email
    from order_contacts c
    where c.email <> '' and (p_after is null or c.order_id < p_after)
      and (p_prefix is null or lower(c.email) like p_prefix)
      and not exists (
        select from order_contacts later where lower(later.email) = lower(c.email) and later.order_id > c.order_id)
    order by c.order_id desc
    limit p_limit
  ),
  registered as (
    select k.id as at, k.email
    from customers k
    where (p_after is null or k.id < p_after) and (p_prefix is null or lower(k.email) like p_prefix)
      and not exists (select from order_contacts c where lower(c.email) = lower(k.email))
    order by k.id desc
    limit p_limit
  ),
  page as (
    select * from bought union all select * from registered order by 1 desc limit p_limit
  )
  select page.at, customer_document(page.email) from page order by page.at desc
$$;
