-- keep_answer({ id, fingerprint (hex), status, body } or null): keeps what a key's attempt is answered, in the transaction in which
-- it takes effect. Of equal attempts that race the later ones violate idempotency_keys_pkey.
create or replace function keep_answer(p_idempotency jsonb) returns void
language sql
as $$
  insert into idempotency_keys (id, fingerprint, status, body)
  select (p_idempotency ->> 'id')::uuid, decode(p_idempotency ->> 'fingerprint', 'hex'), (p_idempotency ->> 'status')::smallint,
         p_idempotency ->> 'body'
  where p_idempotency ? 'id'
$$;
