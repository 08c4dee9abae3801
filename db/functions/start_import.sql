-- start_import({ id, total, messages: [{ line, severity, message }], stalled: { id, done } or null })
--
-- Starts an import that was asked for, or goes on with it. Answers { state, done } and, while another import of the same
-- file is at work, its `other`: { id, done }. States: `running` (go on behind what is done), `waiting` (the other one
-- first), `over`. `stalled` is how the other one stood when it was looked at before: one that has not moved is not
-- waited for. Should it live after all, both only write what the file says.
-- `messages` are those about the file as a whole; they are written once.
create or replace function start_import(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_hash   bytea;
  v_import imports%rowtype;
  v_other  jsonb;
begin
  select file_hash into v_hash from imports where id = (p ->> 'id')::uuid;
  if v_hash is null then
    raise exception 'there is no import %', p ->> 'id' using errcode = 'no_data_found';
  end if;
  -- begin_import's lock, and as there before the row's: of two that begin one file now, the second sees the first.
  perform pg_advisory_xact_lock(hashtextextended('import ' || encode(v_hash, 'hex'), 0));
  select * into v_import from imports where id = (p ->> 'id')::uuid for update;
  if v_import.status in ('done', 'failed') then
    return jsonb_build_object('state', 'over', 'done', v_import.done);
  end if;
  if v_import.status = 'running' and v_import.total = (p ->> 'total')::int then
    return jsonb_build_object('state', 'running', 'done', v_import.done);
  end if;

  select jsonb_build_object('id', id, 'done', done) into v_other
  from imports
  where file_hash = v_hash and kind = v_import.kind and status = 'running' and id <> v_import.id
  order by id limit 1;
  if v_other is not null and v_other is distinct from nullif(p -> 'stalled', 'null') then
    return jsonb_build_object('state', 'waiting', 'done', v_import.done, 'other', v_other);
  end if;

  -- Queued; or a release that read another number of products in the file began it, and "done" means nothing now.
  delete from import_messages where import_id = v_import.id;
  update imports
  set status = 'running', total = (p ->> 'total')::int, done = 0, created = 0, updated = 0, skipped = 0
  where id = v_import.id;
  perform add_import_messages(v_import.id, p -> 'messages');
  return jsonb_build_object('state', 'running', 'done', 0);
end
$$;
