-- use_customer_link({ linkId, purposes: [...], passwordHash?, customerId? })
--
-- Spends a link that was mailed, once, and with it the others of its kind. With a hash whoever reads the mailbox gets that password, and
-- becomes a customer (customerId) if they are none; without one they must be. Either way the address is proven by it.
-- Answers { outcome }: used { customerId } | link-invalid
--
-- Links of one address are spent one after the other: two that close each other's at once would wait for each other.
create or replace function use_customer_link(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_email text;
  v_link  customer_password_links%rowtype;
  v_id    uuid;
begin
  select lower(email) into v_email from customer_password_links where id = (p ->> 'linkId')::uuid;
  perform lock_customer_links(v_email);
  update customer_password_links set used_at = now()
  where id = (p ->> 'linkId')::uuid and p -> 'purposes' ? purpose and used_at is null and expires_at > now()
  returning * into v_link;
  if not found then
    return jsonb_build_object('outcome', 'link-invalid');
  end if;

  if p ? 'passwordHash' then
    insert into customers (id, email, name, password_hash, email_verified_at)
    values ((p ->> 'customerId')::uuid, v_link.email, v_link.name, p ->> 'passwordHash', now())
    on conflict (lower(email)) do update
      set password_hash = excluded.password_hash,
          email_verified_at = coalesce(customers.email_verified_at, excluded.email_verified_at),
          name = coalesce(customers.name, excluded.name)
      where customers.disabled_at is null
    returning id into v_id;
  else
    update customers set email_verified_at = coalesce(email_verified_at, now())
    where lower(email) = v_email and disabled_at is null
    returning id into v_id;
  end if;
  if v_id is null then
    return jsonb_build_object('outcome', 'link-invalid');
  end if;

  -- A new password closes whatever else was on its way; a link to sign in only its like.
  update customer_password_links set used_at = now()
  where used_at is null and case when p ? 'passwordHash'
    then customer_id = v_id or (lower(email) = v_email and customer_id is null)
    else lower(email) = v_email and purpose = 'sign-in' end;
  return jsonb_build_object('outcome', 'used', 'customerId', v_id);
end
$$;

-- lock_customer_links(address): until the transaction ends nobody else spends a link that was mailed to it.
create or replace function lock_customer_links(p_email text) returns void
language sql
as $$
  select pg_advisory_xact_lock(hashtextextended('customer-links:' || lower(p_email), 0))
$$;
