-- fail_import({ id, kind, fileName, fileHash (hex), message })
--
-- Writes down that a file could not be imported at all, and why: on the import that waits for it, else as a new one.
-- Answers { id }.
create or replace function fail_import(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_hash bytea := decode(p ->> 'fileHash', 'hex');
  v_id   uuid;
begin
  update imports set status = 'failed', finished_at = now()
  where id = (
    select id from imports
    where file_hash = v_hash and kind = p ->> 'kind' and status in ('queued', 'running')
    order by id limit 1)
  returning id into v_id;

  if v_id is null then
    v_id := (p ->> 'id')::uuid;
    insert into imports (id, kind, file_name, file_hash, status, finished_at)
    values (v_id, p ->> 'kind', p ->> 'fileName', v_hash, 'failed', now());
  end if;
  perform add_import_messages(v_id, jsonb_build_array(
    jsonb_build_object('line', 1, 'severity', 'error', 'message', p ->> 'message')));
  return jsonb_build_object('id', v_id);
end
$$;
