-- erase_mails(address): takes a person out of the mails they were sent; that there were mails stays. For whoever erases a person,
-- in the same transaction. Answers how many it was.
create or replace function erase_mails(p_email text) returns int
language plpgsql
as $$
declare
  v_count int;
begin
  update mails set recipient = null, subject = null, html = null, text = null, error = null
  where lower(recipient) = lower(p_email);
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
