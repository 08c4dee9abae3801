-- customer_document(email address): who has it, with an account or only with orders, as one JSON value. The id is the account's, else
-- that of the first order: an id that says nothing, that nobody has to keep, and that leads nowhere once the person is erased. `spent`
-- is what was paid less what was given back, by currency.
create or replace function customer_document(p_email text) returns jsonb
language sql stable
as $$
  with
  ordered as (
    select c.order_id as id, c.shipping_address, o.created_at
    from order_contacts c join orders o on o.id = c.order_id
    where lower(c.email) = lower(p_email)
  ),
  account as (
    select id, email, name, created_at from customers where lower(email) = lower(p_email)
  ),
  money as (
    select pay.currency, sum(pay.amount_minor - pay.refunded_minor) as amount
    from ordered join payments pay on pay.order_id = ordered.id and pay.status = 'succeeded'
    group by pay.currency
  )
  select jsonb_build_object(
    'id', coalesce((select id from account), (select id from ordered order by id limit 1)),
    'email', coalesce((select email from account), p_email),
    'name', coalesce(
      (select name from account), (select shipping_address ->> 'name' from ordered order by id desc limit 1)),
    'registered', exists (select from account),
    'orderCount', (select count(*) from ordered),
    'spent', coalesce((
      select jsonb_agg(jsonb_build_object('amount', amount, 'currency', currency) order by currency) from money), '[]'),
    'firstOrderAt', (select min(created_at) from ordered),
    'lastOrderAt', (select max(created_at) from ordered))
$$;

-- customer_email(id): the address behind a customer's id; null when there is none, or what was personal of them was erased.
create or replace function customer_email(p_id uuid) returns text
language sql stable
as $$
  select nullif(coalesce(
    (select email from customers where id = p_id), (select email from order_contacts where order_id = p_id)), '')
$$;
