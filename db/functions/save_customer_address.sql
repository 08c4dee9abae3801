-- save_customer_address({ id, customerId, address, isDefault?, isNew?: true, most, idempotency?: { id, fingerprint (hex), status,
--                         bodies: { default, other } } })
--
-- Keeps an address for a customer to choose at checkout, or changes one. The first is the default, and so is one that is made it, in
-- place of the one before. Answers { outcome }: saved { address } | too-many | address-not-found | customer-not-found
--
-- The customer's row is locked, so that two that save at once see each other's.
create or replace function save_customer_address(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_customer uuid := (p ->> 'customerId')::uuid;
  v_id       uuid := (p ->> 'id')::uuid;
  v_default  boolean := (p ->> 'isDefault')::boolean;
  v_row      customer_addresses%rowtype;
  v_count    int;
begin
  perform from customers where id = v_customer for no key update;
  if not found then
    return jsonb_build_object('outcome', 'customer-not-found');
  end if;

  if p ? 'isNew' then
    select count(*) into v_count from customer_addresses where customer_id = v_customer;
    v_default := v_count = 0 or coalesce(v_default, false);
    -- An equal attempt that filled the list meanwhile is no reason to refuse: keep_answer() finds it.
    if v_count >= (p ->> 'most')::int
      and not exists (select from idempotency_keys where id = (p -> 'idempotency' ->> 'id')::uuid) then
      return jsonb_build_object('outcome', 'too-many');
    end if;
    perform keep_answer(jsonb_set(p -> 'idempotency', '{body}',
      p -> 'idempotency' -> 'bodies' -> case when v_default then 'default' else 'other' end));
  elsif not exists (select from customer_addresses where id = v_id and customer_id = v_customer) then
    return jsonb_build_object('outcome', 'address-not-found');
  end if;

  if v_default then
    update customer_addresses set is_default = false where customer_id = v_customer and is_default and id <> v_id;
  end if;
  insert into customer_addresses (id, customer_id, address, is_default, idempotency_id)
  values (v_id, v_customer, p -> 'address', coalesce(v_default, false), (p -> 'idempotency' ->> 'id')::uuid)
  on conflict (id) do update
    set address = excluded.address, is_default = customer_addresses.is_default or excluded.is_default
  returning * into v_row;
  return jsonb_build_object('outcome', 'saved', 'address', customer_address_document(v_row));
end
$$;

-- remove_customer_address({ id, customerId }): takes one away, with the copy that an answer keeps; the one that was saved last is the
-- default then, if it was. Answers { outcome }: removed | address-not-found
create or replace function remove_customer_address(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_customer uuid := (p ->> 'customerId')::uuid;
  v_gone     customer_addresses%rowtype;
begin
  perform from customers where id = v_customer for no key update;
  delete from customer_addresses where id = (p ->> 'id')::uuid and customer_id = v_customer returning * into v_gone;
  if not found then
    return jsonb_build_object('outcome', 'address-not-found');
  end if;
  perform forget_customer_address(v_gone);
  if v_gone.is_default then
    update customer_addresses set is_default = true
    where id = (select id from customer_addresses where customer_id = v_customer order by id desc limit 1);
  end if;
  return jsonb_build_object('outcome', 'removed');
end
$$;

-- forget_customer_address(address): takes the copy of an address out of the answer that is kept for its repetitions.
create or replace function forget_customer_address(a customer_addresses) returns void
language sql
as $$
  update idempotency_keys set body = '{"id":"addr_' || replace(a.id::text, '-', '') || '"}' where id = a.idempotency_id
$$;

-- customer_address_document(address): an address as one JSON value.
create or replace function customer_address_document(a customer_addresses) returns jsonb
language sql stable
as $$
  select jsonb_build_object('id', a.id, 'isDefault', a.is_default, 'address', a.address)
$$;
