-- import_notes(import): what an import has to say beside its errors, by line: its own notes, and the pictures that could not
-- be had, which is known only after it has ended. How a picture stands is the catalog's; an import names it by address.
drop function if exists import_notes(uuid);
create or replace function import_notes(p_import uuid) returns table (line int, seq int, message text)
language sql
stable
as $$
  select m.line, m.seq, m.message from import_messages m where m.import_id = p_import and m.severity = 'note'
  union all
  select i.line, 2147483647, format('The image %s could not be taken over: %s. A placeholder is shown.', left(r.url, 500), r.message)
  from import_images i
  join remote_images r on r.url_hash = i.url_hash and r.status = 'failed'
  where i.import_id = p_import
$$;
