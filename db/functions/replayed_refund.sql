-- replayed_refund({ id, fingerprint (hex) } or null): what to answer to a call whose idempotency key has opened a refund before:
-- replayed { refund } | idempotency-key-reused; null when it has not.
create or replace function replayed_refund(p_idempotency jsonb) returns jsonb
language plpgsql stable
as $$
declare
  v_earlier refunds%rowtype;
begin
  select * into v_earlier from refunds where idempotency_id = (p_idempotency ->> 'id')::uuid;
  if not found then
    return null;
  elsif v_earlier.fingerprint <> decode(p_idempotency ->> 'fingerprint', 'hex') then
    return jsonb_build_object('outcome', 'idempotency-key-reused');
  end if;
  return jsonb_build_object('outcome', 'replayed', 'refund', refund_document(v_earlier.id));
end
$$;
