-- settle_picture({ url, from, status, etag?, contentHash? (hex), path?, width?, height?, message?, pauseSeconds? })
--
-- Writes down what came of a picture that was taken up in status `from`: the next status, or the same one, put off for a
-- while. One that somebody else has settled meanwhile stays as it is. Answers whether it was still to be settled.
create or replace function settle_picture(p jsonb) returns jsonb
language plpgsql
as $$
begin
  update remote_images
  set status = p ->> 'status',
      attempts = case when status = p ->> 'status' then attempts else 0 end,
      due_at = now() + make_interval(secs => coalesce((p ->> 'pauseSeconds')::int, 0)),
      etag = coalesce(p ->> 'etag', etag),
      content_hash = coalesce(decode(p ->> 'contentHash', 'hex'), content_hash),
      path = p ->> 'path',
      width = (p ->> 'width')::int,
      height = (p ->> 'height')::int,
      message = p ->> 'message'
  where url_hash = sha256(convert_to(p ->> 'url', 'UTF8')) and status = p ->> 'from';
  return to_jsonb(found);
end
$$;
