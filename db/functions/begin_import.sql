-- begin_import({ id, kind, fileName, fileHash (hex), total, messages: [{ line, severity, message }] })
--
-- Starts the import of a file, or finds the one that was started before and did not end: it goes on behind what it has
-- done. Answers { id, done, isResumed }. Who starts the same file at the same time gets the same import.
-- `messages` are those about the file as a whole; they are written once.
create or replace function begin_import(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_hash   bytea := decode(p ->> 'fileHash', 'hex');
  v_import imports%rowtype;
begin
  -- There is no row to lock yet: two that begin the same file must not both insert one.
  perform pg_advisory_xact_lock(hashtextextended('import ' || (p ->> 'fileHash'), 0));

  select * into v_import from imports
  where file_hash = v_hash and kind = p ->> 'kind' and status in ('queued', 'running')
  order by id limit 1
  for update;

  if v_import.status = 'running' and v_import.total = (p ->> 'total')::int then
    return jsonb_build_object('id', v_import.id, 'done', v_import.done, 'isResumed', true);
  end if;

  if v_import.id is null then
    v_import.id := (p ->> 'id')::uuid;
    insert into imports (id, kind, file_name, file_hash, status, total)
    values (v_import.id, p ->> 'kind', p ->> 'fileName', v_hash, 'running', (p ->> 'total')::int);
  else
    -- Queued; or a release that read another number of products in the file began it, and "done" means nothing now.
    delete from import_messages where import_id = v_import.id;
    update imports
    set status = 'running', total = (p ->> 'total')::int, done = 0, created = 0, updated = 0, skipped = 0
    where id = v_import.id;
  end if;
  perform add_import_messages(v_import.id, p -> 'messages');
  return jsonb_build_object('id', v_import.id, 'done', 0, 'isResumed', false);
end
$$;
