-- set_collection_image({ collectionId, url, contentHash (hex), alt, actor, auditId, requestId? }) or without url: takes it away
--
-- Gives a collection an uploaded picture; a job renders it, unless the same picture was rendered before. `url` is what it goes by among the
-- pictures that lie elsewhere. Until it is rendered shoppers are shown none. Answers { outcome }:
--   set { path } | collection-not-found
create or replace function set_collection_image(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_id     uuid := (p ->> 'collectionId')::uuid;
  v_before collections%rowtype;
  v_path   text;
begin
  select * into v_before from collections where id = v_id for update;
  if not found then
    return jsonb_build_object('outcome', 'collection-not-found');
  end if;
  if p ? 'url' then
    insert into remote_images (url_hash, url, status, content_hash)
    values (sha256(convert_to(p ->> 'url', 'UTF8')), p ->> 'url', 'fetched', decode(p ->> 'contentHash', 'hex'))
    on conflict (url_hash) do update
    set status = 'fetched', attempts = 0, due_at = now(), message = null
    where remote_images.status in ('failed', 'wanted');
    select path into v_path from remote_images where url_hash = sha256(convert_to(p ->> 'url', 'UTF8'));
    insert into outbox (id, name, data)
    values (new_uuid_v7(), 'catalog/picture.uploaded',
            jsonb_build_object('collectionId', 'col_' || replace(v_id::text, '-', '')));
  end if;
  update collections set image_source = p ->> 'url', image_path = v_path, image_alt = coalesce(p ->> 'alt', '')
  where id = v_id;
  perform will_bump_tags('{collections,products}');
  perform record_audit(p, case when p ? 'url' then 'collection.image-set' else 'collection.image-removed' end,
    'col_' || replace(v_id::text, '-', ''),
    case when v_before.image_source is not null then jsonb_build_object('alt', v_before.image_alt) end,
    case when p ? 'url' then jsonb_build_object('alt', p ->> 'alt') end);
  return jsonb_build_object('outcome', 'set', 'path', v_path);
end
$$;

-- show_collection_pictures(): lets collections show pictures of theirs that were rendered. Answers how many.
create or replace function show_collection_pictures(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_count int;
begin
  update collections c
  set image_path = r.path
  from remote_images r
  where c.id = any (array(
      -- In one order, and none that somebody is changing: the next time.
      select id from collections where image_source is not null and image_path is null order by id for update skip locked))
    and r.url_hash = sha256(convert_to(c.image_source, 'UTF8')) and r.status = 'rendered';
  get diagnostics v_count = row_count;
  if v_count > 0 then
    perform will_bump_tags('{collections,products}');
  end if;
  return to_jsonb(v_count);
end
$$;
