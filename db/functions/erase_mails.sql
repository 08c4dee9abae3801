-- erase_mails(address, former addresses, orders): takes a person out of the mails they were sent, and out of those about orders of
-- theirs, wherever they went; that there were mails stays. What went to a former address ([{ email, until }]) is theirs as long as it was,
-- and an hour more: it is told of the change. For whoever erases a person, in the same transaction. Answers how many it was.
drop function if exists erase_mails(text);
drop function if exists erase_mails(text, uuid[]);

create or replace function erase_mails(p_email text, p_former jsonb, p_orders uuid[]) returns int
language plpgsql
as $$
declare
  v_count int;
begin
  update mails set recipient = null, subject = null, html = null, text = null, error = null
  where recipient is not null and (
    lower(recipient) = lower(p_email)
    or order_id = any (p_orders)
    or id = any (array(
      select m.id from jsonb_to_recordset(p_former) as former (email text, until timestamptz)
      join mails m on lower(m.recipient) = lower(former.email) and m.created_at < former.until + interval '1 hour')));
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
