-- erase_customer({ customerId, actor, auditId, eventId, requestId?, isOwn?: true, linkId? })
--
-- Takes a person out of everything and keeps the books: orders stay with what was bought, paid and taxed where, without who. Theirs are
-- those with their address and those they placed while signed in. What counts a buyer's uses of a discount code is a hash that only
-- the address itself would lead to. Whoever erases themselves (isOwn) is refused while something is under way, as the shop then still
-- needs to know where to send it; the link that they confirm with is spent only when it is done.
-- Answers { outcome, ... }:
--   erased { customerId, orders, wasRegistered } | customer-not-found
--   link-invalid                         used, over, or another's
--   orders-open { orders: [{ id, number, status }] }   the latest ten
--
-- An order of theirs that is being paid for is locked first: whoever starts to pay waits, or is seen here.
create or replace function erase_customer(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_email    text := customer_email((p ->> 'customerId')::uuid);
  v_document jsonb;
  v_id       uuid;
  v_former   jsonb;
  v_orders   uuid[];
  v_open     jsonb;
  v_erased   int;
begin
  if v_email is null then
    return jsonb_build_object('outcome', 'customer-not-found');
  end if;
  -- Of two that erase the same person the second finds nobody.
  perform pg_advisory_xact_lock(hashtextextended('erase:' || lower(v_email), 0));
  perform lock_customer_links(v_email);
  v_document := customer_document(v_email);
  v_id := (v_document ->> 'id')::uuid;
  if v_id is null then
    return jsonb_build_object('outcome', 'customer-not-found');
  end if;
  if p ? 'linkId' and not exists (
    select from customer_password_links
    where id = (p ->> 'linkId')::uuid and purpose = 'erase' and customer_id = v_id and used_at is null and expires_at > now()) then
    return jsonb_build_object('outcome', 'link-invalid');
  end if;

  v_orders := array(
    select order_id from order_contacts where lower(email) = lower(v_email)
    union
    select id from orders where customer_id = v_id);
  if p ? 'isOwn' then
    perform from orders where id = any (v_orders) and status in ('pending', 'paid') order by id for update;
    v_open := open_orders(v_orders);
    if v_open is not null then
      return jsonb_build_object('outcome', 'orders-open', 'orders', v_open);
    end if;
  end if;

  update order_contacts
  set email = '', shipping_address = jsonb_strip_nulls(jsonb_build_object(
    'name', '', 'line1', '', 'city', '', 'region', shipping_address -> 'region', 'postalCode', '',
    'country', shipping_address -> 'country'))
  where order_id = any (v_orders) and email <> '';
  get diagnostics v_erased = row_count;
  perform forget_customer_address(a) from customer_addresses a where customer_id = v_id;
  delete from customer_password_links where lower(email) = lower(v_email);
  delete from customer_tags where email = lower(v_email);
  delete from customer_notes where email = lower(v_email);
  -- What staff wrote down about an order may be about its buyer.
  update order_events set data = jsonb_build_object('text', '') where order_id = any (v_orders) and kind = 'note';
  delete from customers where lower(email) = lower(v_email) returning former_emails into v_former;
  perform erase_mails(v_email, coalesce(v_former, '[]'), v_orders);
  -- Answers to moves of these orders are answered as things stand from now on.
  update idempotency_keys set body = ''
  where body like '{"id":"ord\_%' and (strpos(lower(body), lower(to_jsonb(v_email)::text)) > 0
    or substr(body, 8, 36) = any (array(select 'ord_' || replace(id::text, '-', '') from unnest(v_orders) as mine (id))));

  perform record_audit(p, 'customer.erased', 'cust_' || replace(v_id::text, '-', ''),
    v_document - array['id', 'email', 'name'], null);
  insert into outbox (id, name, data)
  values ((p ->> 'eventId')::uuid, 'customers/customer.erased',
          jsonb_build_object('customerId', 'cust_' || replace(v_id::text, '-', '')));
  return jsonb_build_object('outcome', 'erased', 'customerId', v_id, 'orders', v_erased,
    'wasRegistered', v_document -> 'registered');
end
$$;

-- open_orders(ids): which of these are under way, the latest ten: held and not paid for yet, being paid for, paid and not sent, or
-- with money that is going back. null: none.
create or replace function open_orders(p_orders uuid[]) returns jsonb
language sql stable
as $$
  select jsonb_agg(jsonb_build_object('id', 'ord_' || replace(id::text, '-', ''), 'number', number, 'status', status) order by id desc)
  from (
    select id, number, status from orders
    where id = any (p_orders) and (
      status = 'paid'
      or (status = 'pending' and expires_at > now())
      or payment_status in ('processing', 'in-doubt')
      or exists (select from refunds r where r.order_id = orders.id and r.status in ('processing', 'in-doubt')))
    order by id desc limit 10
  ) as open
$$;
