-- erase_customer({ customerId, actor, auditId, eventId, requestId? })
--
-- Takes a person out of everything and keeps the books: orders stay with what was bought, paid and taxed where, without who. What
-- counts a buyer's uses of a discount code is a hash that only the address itself would lead to. Answers { outcome, ... }:
--   erased { customerId, orders, wasRegistered } | customer-not-found
create or replace function erase_customer(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_email    text := customer_email((p ->> 'customerId')::uuid);
  v_document jsonb;
  v_id       uuid;
begin
  if v_email is null then
    return jsonb_build_object('outcome', 'customer-not-found');
  end if;
  -- Of two that erase the same person the second finds nobody.
  perform pg_advisory_xact_lock(hashtextextended('erase:' || lower(v_email), 0));
  v_document := customer_document(v_email);
  v_id := (v_document ->> 'id')::uuid;
  if v_id is null then
    return jsonb_build_object('outcome', 'customer-not-found');
  end if;

  update order_contacts
  set email = '', shipping_address = jsonb_strip_nulls(jsonb_build_object(
    'name', '', 'line1', '', 'city', '', 'region', shipping_address -> 'region', 'postalCode', '',
    'country', shipping_address -> 'country'))
  where lower(email) = lower(v_email);
  delete from customer_password_links where lower(email) = lower(v_email);
  delete from customers where lower(email) = lower(v_email);
  perform erase_mails(v_email);
  -- Answers to moves of these orders are answered as things stand from now on.
  update idempotency_keys set body = ''
  where body like '{"id":"ord\_%' and strpos(lower(body), lower(to_jsonb(v_email)::text)) > 0;

  perform record_audit(p, 'customer.erased', 'cust_' || replace(v_id::text, '-', ''),
    v_document - array['id', 'email', 'name'], null);
  insert into outbox (id, name, data)
  values ((p ->> 'eventId')::uuid, 'customers/customer.erased',
          jsonb_build_object('customerId', 'cust_' || replace(v_id::text, '-', '')));
  return jsonb_build_object('outcome', 'erased', 'customerId', v_id, 'orders', v_document -> 'orderCount',
    'wasRegistered', v_document -> 'registered');
end
$$;
