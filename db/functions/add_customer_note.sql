-- add_customer_note({ customerId, noteId, text, actor, auditId, requestId?, idempotency?: { id, fingerprint, status, body } }): what somebody of the shop wants the others to know about a
-- customer. Answers { outcome }: noted | customer-not-found
create or replace function add_customer_note(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_email text := lower(customer_email((p ->> 'customerId')::uuid));
begin
  if v_email is null then
    return jsonb_build_object('outcome', 'customer-not-found');
  end if;
  insert into customer_notes (id, email, text, actor) values ((p ->> 'noteId')::uuid, v_email, p ->> 'text', p ->> 'actor');
  perform keep_answer(p -> 'idempotency');
  perform record_audit(p, 'customer.noted', 'cust_' || replace(p ->> 'customerId', '-', ''), null, '{}');
  return jsonb_build_object('outcome', 'noted');
end
$$;

-- remove_customer_note({ customerId, noteId, actor, auditId, requestId? }). Answers { outcome }: removed | note-not-found
create or replace function remove_customer_note(p jsonb) returns jsonb
language plpgsql
as $$
begin
  delete from customer_notes
  where id = (p ->> 'noteId')::uuid and email = lower(customer_email((p ->> 'customerId')::uuid));
  if not found then
    return jsonb_build_object('outcome', 'note-not-found');
  end if;
  perform record_audit(p, 'customer.note-removed', 'cust_' || replace(p ->> 'customerId', '-', ''), null, '{}');
  return jsonb_build_object('outcome', 'removed');
end
$$;
