-- claim_pictures({ status, limit, leaseSeconds }): takes up pictures of this status that are due, longest due first, for so long.
-- Should their holder die, they are due again, and `attempts` tells how often that happened.
-- Answers [{ url, contentHash (hex), attempts }].
create or replace function claim_pictures(p jsonb) returns json
language sql
as $$
  with claimed as (
    update remote_images
    set due_at = now() + make_interval(secs => (p ->> 'leaseSeconds')::int), attempts = attempts + 1
    where url_hash = any (array(
      select url_hash from remote_images
      where status = p ->> 'status' and status in ('wanted', 'fetched') and due_at <= now()
      order by due_at limit (p ->> 'limit')::int
      for update skip locked))
    returning url, content_hash, attempts
  )
  select coalesce(json_agg(json_build_object(
    'url', url, 'contentHash', encode(content_hash, 'hex'), 'attempts', attempts)), '[]')
  from claimed
$$;
