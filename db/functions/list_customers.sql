-- list_customers(after, search in lower case, tag, how many): customers by what they did last, newest first: an order, or having become
-- one; with a tag, by when they got it. `at` is that order, account or tag, and where the next page goes on. Ids sort by time. A search is
-- for the beginning of an address or of a word of a name. A last row without a customer says that only so far back was looked: who
-- ordered as a guest is found by name on a walk of 20,000 orders a call.
--
-- Without a search it walks the orders backwards and keeps of each address the last one: a look into the index of addresses for each
-- order on the way, whatever the number of customers.
create or replace function list_customers(p_after uuid, p_search text, p_tag text, p_limit int)
returns table (at uuid, customer jsonb)
language plpgsql stable
as $$
declare
  v_walk    constant int := 20000;
  v_end     constant text := p_search || chr(1114111);
  -- What LIKE would take for a sign of its own is a letter here.
  v_words   constant text := '% ' || regexp_replace(p_search, '([\\%_])', '\\\1', 'g') || '%';
  v_last    uuid;
  v_by_name boolean;
begin
  if p_tag is not null then
    return query
    select t.id, listed_customer(t.email)
    from customer_tags t
    where t.tag = p_tag and (p_after is null or t.id < p_after)
      and (p_search is null or (t.email ~>=~ p_search and t.email ~<~ v_end)
        or ' ' || lower(customer_name(t.email)) like v_words)
    order by t.id desc limit p_limit;
  elsif p_search is null then
    return query
    with bought as (
      select c.order_id as moment, c.email
      from order_contacts c
      where c.email <> '' and (p_after is null or c.order_id < p_after)
        and not exists (
          select from order_contacts later where lower(later.email) = lower(c.email) and later.order_id > c.order_id)
      order by c.order_id desc
      limit p_limit
    ),
    registered as (
      select k.id as moment, k.email
      from customers k
      where (p_after is null or k.id < p_after)
        and not exists (select from order_contacts c where lower(c.email) = lower(k.email))
      order by k.id desc
      limit p_limit
    ),
    page as (
      select * from bought union all select * from registered order by 1 desc limit p_limit
    )
    select page.moment, listed_customer(page.email) from page order by page.moment desc;
  else
    -- What looks like an address is no name.
    v_by_name := position('@' in p_search) = 0;
    if v_by_name then
      select c.order_id into v_last
      from order_contacts c where p_after is null or c.order_id < p_after
      order by c.order_id desc offset v_walk - 1 limit 1;
    end if;
    return query
    with named as (
      select lower(k.email) as email from customers k where lower(k.name) ~>=~ p_search and lower(k.name) ~<~ v_end
      union
      select lower(k.email) from customers k where lower(k.email) ~>=~ p_search and lower(k.email) ~<~ v_end
      union
      select lower(c.email) from order_contacts c
      where lower(c.email) ~>=~ p_search and lower(c.email) ~<~ v_end and c.email <> ''
      union
      select lower(walked.email)
      from (
        select c.email, c.shipping_address ->> 'name' as name
        from order_contacts c where v_by_name and (p_after is null or c.order_id < p_after)
        order by c.order_id desc limit v_walk
      ) as walked
      where ' ' || lower(walked.name) like v_words and walked.email <> ''
    ),
    page as (
      select last.moment, named.email
      from named
      cross join lateral (
        select coalesce(
          (select c.order_id from order_contacts c where lower(c.email) = named.email order by c.order_id desc limit 1),
          (select k.id from customers k where lower(k.email) = named.email)) as moment
      ) as last
      -- What is further back than the walk is the next call's, so that nobody is told of twice or in between.
      where (p_after is null or last.moment < p_after) and (v_last is null or last.moment >= v_last)
      order by last.moment desc limit p_limit
    )
    select found.moment, found.customer
    from (
      (select page.moment, listed_customer(page.email) as customer from page order by page.moment desc)
      union all
      select v_last, null where v_last is not null and (select count(*) from page) < p_limit
    ) as found (moment, customer);
  end if;
end
$$;

-- As the release before calls it.
create or replace function list_customers(p_after uuid, p_prefix text, p_limit int)
returns table (at uuid, customer jsonb)
language sql stable
as $$
  select l.at, l.customer
  from list_customers(p_after, regexp_replace(rtrim(p_prefix, '%'), '\\(.)', '\1', 'g'), null, p_limit) as l
  where l.customer is not null
$$;

-- listed_customer(e-mail address): who has it, with what staff call them.
create or replace function listed_customer(p_email text) returns jsonb
language sql stable
as $$
  select customer_document(p_email) || jsonb_build_object('tags', (
    select coalesce(jsonb_agg(tag order by tag), '[]') from customer_tags where email = lower(p_email)))
$$;

-- customer_name(e-mail address): how they are called; null when nobody knows.
create or replace function customer_name(p_email text) returns text
language sql stable
as $$
  select coalesce(
    (select name from customers where lower(email) = lower(p_email)),
    (select shipping_address ->> 'name' from order_contacts where lower(email) = lower(p_email)
     order by order_id desc limit 1))
$$;
