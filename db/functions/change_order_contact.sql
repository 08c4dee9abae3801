-- change_order_contact({ orderId, email?, shippingAddress?, actor, auditId, requestId? })
--
-- Where an order goes and who is written to, as long as something of it is still to be sent. The country stays: what the order was
-- taxed and shipped for depends on it. That it was changed is told, not from what to what: that is about a person.
-- Answers { outcome }: changed | order-not-found | invalid-transition | other-country { country }
create or replace function change_order_contact(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_order   orders%rowtype;
  v_contact order_contacts%rowtype;
  v_changed jsonb;
begin
  select * into v_order from orders where id = (p ->> 'orderId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'order-not-found');
  end if;
  select * into strict v_contact from order_contacts where order_id = v_order.id for update;
  -- Of an erased person nothing is written down anew.
  if v_order.status not in ('pending', 'paid', 'partially_refunded') or v_order.fulfilment in ('sent', 'nothing')
    or v_contact.email = '' then
    return jsonb_build_object('outcome', 'invalid-transition');
  elsif p -> 'shippingAddress' ->> 'country' <> v_contact.shipping_address ->> 'country' then
    return jsonb_build_object('outcome', 'other-country', 'country', v_contact.shipping_address ->> 'country');
  end if;

  select jsonb_agg(field order by field) into v_changed
  from (
    select 'email' as field where p ->> 'email' <> v_contact.email
    union all
    select key
    from jsonb_object_keys(v_contact.shipping_address || coalesce(p -> 'shippingAddress', '{}')) as key
    where p ? 'shippingAddress' and v_contact.shipping_address -> key is distinct from p -> 'shippingAddress' -> key
  ) as differing;
  if v_changed is not null then
    update order_contacts
    set email = coalesce(p ->> 'email', email), shipping_address = coalesce(p -> 'shippingAddress', shipping_address)
    where order_id = v_order.id;
    insert into order_events (order_id, kind, data, actor)
    values (v_order.id, 'contact-changed', jsonb_build_object('fields', v_changed), p ->> 'actor');
    perform record_audit(p, 'order.contact-changed', 'ord_' || replace(v_order.id::text, '-', ''), null,
      jsonb_build_object('fields', v_changed));
  end if;
  return jsonb_build_object('outcome', 'changed');
end
$$;
