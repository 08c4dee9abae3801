-- add_import_messages(import, [{ line, severity, message }]): appends what an import has to say. Whoever calls it holds
-- the row of the import, so that numbers do not collide.
create or replace function add_import_messages(p_import uuid, p_messages jsonb) returns void
language sql
as $$
  insert into import_messages (import_id, seq, line, severity, message)
  select p_import,
         (select coalesce(max(seq), 0) from import_messages where import_id = p_import) + entry.at::int,
         (entry.message ->> 'line')::int, entry.message ->> 'severity', entry.message ->> 'message'
  from jsonb_array_elements(p_messages) with ordinality as entry (message, at)
$$;
