-- change_customer_tags({ customerId, tags: [...], actor, auditId, requestId? }): these are the customer's tags from now on, and no others.
-- Those that stay keep the moment they were given. Answers { outcome }: changed | customer-not-found
create or replace function change_customer_tags(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_email  text := lower(customer_email((p ->> 'customerId')::uuid));
  v_before jsonb;
begin
  if v_email is null then
    return jsonb_build_object('outcome', 'customer-not-found');
  end if;
  -- Of two who change them at once the second starts from what the first left.
  perform pg_advisory_xact_lock(hashtextextended('tags:' || v_email, 0));
  select coalesce(jsonb_agg(tag order by tag), '[]') into v_before from customer_tags where email = v_email;
  delete from customer_tags where email = v_email and not p -> 'tags' ? tag;
  insert into customer_tags (id, email, tag)
  select new_uuid_v7(), v_email, tag from (select distinct jsonb_array_elements_text(p -> 'tags') as tag) as wanted
  on conflict (email, tag) do nothing;
  perform record_audit(p, 'customer.tagged', 'cust_' || replace(p ->> 'customerId', '-', ''),
    jsonb_build_object('tags', v_before),
    jsonb_build_object('tags', (select coalesce(jsonb_agg(tag order by tag), '[]') from customer_tags where email = v_email)));
  return jsonb_build_object('outcome', 'changed');
end
$$;
