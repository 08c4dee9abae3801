-- change_customer_email({ linkId, customerId, eventId })
--
-- The mailbox behind a link of a change is proven: from now on it is the customer's address. Orders that were placed with the address
-- before, by somebody who was not signed in, are theirs by name from now on: whoever gets that mailbox later does not see them.
-- The address before is told. Answers { outcome }:
--   changed { customerId }
--   link-invalid   used, over, another's, or the customer may not sign in any more
--   email-taken    it became the address of another account meanwhile; the link is spent
create or replace function change_customer_email(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_customer customers%rowtype;
  v_link     customer_password_links%rowtype;
begin
  select * into v_customer from customers where id = (p ->> 'customerId')::uuid;
  perform lock_customer_links(v_customer.email);
  update customer_password_links set used_at = now()
  where id = (p ->> 'linkId')::uuid and purpose = 'change-email' and customer_id = v_customer.id
    and used_at is null and expires_at > now()
  returning * into v_link;
  if not found or v_customer.disabled_at is not null then
    return jsonb_build_object('outcome', 'link-invalid');
  end if;

  perform from orders where id = any (array(
    select order_id from order_contacts where lower(email) = lower(v_customer.email))) and customer_id is null
  order by id for update;
  update orders set customer_id = v_customer.id
  where id = any (array(select order_id from order_contacts where lower(email) = lower(v_customer.email)))
    and customer_id is null;

  begin
    update customers
    set email = v_link.email, email_verified_at = now(),
        former_emails = former_emails || jsonb_build_object('email', v_customer.email, 'until', now())
    where id = v_customer.id;
  exception when unique_violation then
    return jsonb_build_object('outcome', 'email-taken');
  end;
  -- What staff know about them goes with them.
  with moved as (delete from customer_tags where email = lower(v_customer.email) returning *)
  insert into customer_tags (id, email, tag, created_at)
  select id, lower(v_link.email), tag, created_at from moved
  on conflict do nothing;
  update customer_notes set email = lower(v_link.email) where email = lower(v_customer.email);
  -- Whatever was sent to the address before opens nothing any more.
  update customer_password_links set used_at = now()
  where used_at is null and (customer_id = v_customer.id or (lower(email) = lower(v_customer.email) and customer_id is null));
  update customer_password_links set previous_email = v_customer.email where id = v_link.id;
  insert into outbox (id, name, data)
  values ((p ->> 'eventId')::uuid, 'customers/email.changed',
          jsonb_build_object('linkId', 'link_' || replace(v_link.id::text, '-', '')));
  return jsonb_build_object('outcome', 'changed', 'customerId', v_customer.id);
end
$$;
