-- A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so that ids sort by time. Postgres 18 has
-- uuidv7() built in; the floor is 16. A random v4 uuid keeps its variant bits; its first six bytes are overlaid with
-- the time and the version nibble is turned from 4 (0100) to 7 (0111) by setting bits 52 and 53 (counted from the
-- lowest bit of each byte, as set_bit does).
create or replace function new_uuid_v7() returns uuid
language sql volatile parallel safe
as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1),
    'hex')::uuid
$$;
