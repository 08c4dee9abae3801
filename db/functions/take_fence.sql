-- take_fence(name): a fresh token for whoever has just got the lock of this name; every older one is stale from now on. Tokens
-- come from one sequence, so they grow for ever, also when Redis forgot the lock or the name's row here was swept.
--
-- A row a name, because a guarded write has to ask "is mine the last?" in its own transaction. The sequence beside it,
-- because the row alone would start at 1 again after a sweep.
create or replace function take_fence(p_name text) returns bigint
language sql
as $$
  -- Drawn again on a conflict: the first number was drawn before waiting for the row, and may be older than what is in it.
  insert into lock_fences (name, token) values (p_name, nextval('lock_tokens'))
  on conflict (name) do update set token = nextval('lock_tokens'), taken_at = now()
  returning token
$$;

-- accept_fence({ name, token }): whether this is still the last token of its lock; without a fence (null) there is nothing to
-- check. The row stays locked until the guarded write commits: the next holder gets a token only after it, never in its middle.
-- Called first, before order rows: nobody who holds an order row waits for a fence.
create or replace function accept_fence(p_fence jsonb) returns boolean
language plpgsql
as $$
begin
  if p_fence is null or p_fence = 'null' then
    return true;
  end if;
  perform from lock_fences
  where name = p_fence ->> 'name' and token = (p_fence ->> 'token')::bigint
  for share;
  return found;
end
$$;
