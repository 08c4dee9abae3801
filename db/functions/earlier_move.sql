-- earlier_move({ id, fingerprint (hex) } or null): what to answer to a move whose idempotency key has moved before:
-- { outcome: replayed | idempotency-key-reused }; null when it has not. The caller holds the row that is moved, and a key's id
-- stands for one path, so nobody can come in between.
create or replace function earlier_move(p_idempotency jsonb) returns jsonb
language plpgsql stable
as $$
declare
  v_fingerprint bytea;
begin
  select fingerprint into v_fingerprint from idempotency_keys where id = (p_idempotency ->> 'id')::uuid;
  if not found then
    return null;
  end if;
  return jsonb_build_object('outcome', case
    when v_fingerprint = decode(p_idempotency ->> 'fingerprint', 'hex') then 'replayed' else 'idempotency-key-reused' end);
end
$$;
