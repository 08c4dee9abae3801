-- erase_mails(address, orders): takes a person out of the mails they were sent, and out of those about orders of theirs, wherever they
-- went; that there were mails stays. For whoever erases a person, in the same transaction. Answers how many it was.
drop function if exists erase_mails(text);

create or replace function erase_mails(p_email text, p_orders uuid[]) returns int
language plpgsql
as $$
declare
  v_count int;
begin
  update mails set recipient = null, subject = null, html = null, text = null, error = null
  where recipient is not null and (lower(recipient) = lower(p_email) or order_id = any (p_orders));
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
