-- advance_import({ id, from, done, created, updated, skipped, messages: [{ line, severity, message }], images: [{ line, url }] })
--
-- Takes a running import from `from` products to `done`, and ends it when these were the last. It comes first in the
-- transaction that writes those products, so that each is written and counted once: a run that another has overtaken
-- fails here, as a violation of imports_done_check, with all that it was about to write. That it has ended is announced.
-- `images` are pictures that are still to be fetched: what becomes of them is told with the import's notes.
create or replace function advance_import(p jsonb) returns void
language plpgsql
as $$
declare
  v_id uuid := (p ->> 'id')::uuid;
begin
  update imports
  set done = (p ->> 'done')::int,
      created = created + (p ->> 'created')::int,
      updated = updated + (p ->> 'updated')::int,
      skipped = skipped + (p ->> 'skipped')::int,
      status = case when (p ->> 'done')::int = total then 'done' else status end,
      finished_at = case when (p ->> 'done')::int = total then now() end
  where id = v_id and status = 'running' and done = (p ->> 'from')::int;

  if not found then
    raise exception 'the import has moved on'
      using errcode = 'check_violation', constraint = 'imports_done_check', table = 'imports';
  end if;
  perform add_import_messages(v_id, p -> 'messages');
  insert into import_images (import_id, url_hash, line)
  select v_id, sha256(convert_to(image ->> 'url', 'UTF8')), min((image ->> 'line')::int)
  from jsonb_array_elements(coalesce(p -> 'images', '[]')) as image
  group by 2
  on conflict do nothing;
  insert into outbox (id, name, data)
  select new_uuid_v7(), 'imports/import.finished',
         jsonb_build_object('importId', 'imp_' || replace(v_id::text, '-', ''))
  from imports where id = v_id and status = 'done';
end
$$;
