-- keep_move({ id, fingerprint (hex) } or null): keeps, in the transaction of a move, that this key's attempt took effect. What it
-- is answered is known only afterwards and stored then: until that the answer is empty.
create or replace function keep_move(p_idempotency jsonb) returns void
language sql
as $$
  insert into idempotency_keys (id, fingerprint, status, body)
  select (p_idempotency ->> 'id')::uuid, decode(p_idempotency ->> 'fingerprint', 'hex'), 200, ''
  where p_idempotency ? 'id'
$$;
