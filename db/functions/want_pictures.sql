-- want_pictures([text]): puts addresses of pictures down to be fetched, each once however many products show it. One that was
-- given up more than an hour ago is tried again: whoever saves a product with it may know that it is there now.
create or replace function want_pictures(p jsonb) returns void
language sql
as $$
  -- In one order, so that two that want the same pictures never wait for each other.
  insert into remote_images (url_hash, url, status)
  select distinct on (1) sha256(convert_to(url, 'UTF8')), url, 'wanted'
  from jsonb_array_elements_text(p) as url
  order by 1
  on conflict (url_hash) do update
  set status = 'wanted', attempts = 0, due_at = now(), message = null
  where remote_images.status = 'failed' and remote_images.due_at < now() - interval '1 hour'
$$;
