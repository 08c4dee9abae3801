-- forget_old(what): takes away up to 5,000 rows that nobody will ask for again, a batch a transaction. Answers how many it was; less
-- than 5,000: there are no more. What there is:
--   provider-events      processed 90 days ago: providers have stopped repeating them
--   idempotency-keys     of attempts 48 hours ago; the contract promises 24
--   mail-bodies          a year old: that there was a mail stays
--   webhook-deliveries   30 days old, with their tries
--   lock-fences          nobody took for a day: whoever still holds one finds it stale
create or replace function forget_old(p_what text) returns int
language plpgsql
as $$
declare
  v_most  constant int := 5000;
  v_count int;
begin
  case p_what
  when 'provider-events' then
    delete from provider_events where ctid = any (array(
      select ctid from provider_events where processed_at < now() - interval '90 days' limit v_most));
  when 'idempotency-keys' then
    delete from idempotency_keys where id = any (array(
      select id from idempotency_keys where created_at < now() - interval '48 hours' order by created_at limit v_most));
  when 'mail-bodies' then
    update mails set html = null, text = null where id = any (array(
      select id from mails where html is not null and created_at < now() - interval '1 year' order by created_at limit v_most));
  when 'webhook-deliveries' then
    delete from webhook_deliveries where id = any (array(
      select id from webhook_deliveries where created_at < now() - interval '30 days' order by created_at limit v_most));
  when 'lock-fences' then
    delete from lock_fences where name = any (array(
      select name from lock_fences where taken_at < now() - interval '1 day' order by taken_at limit v_most));
  end case;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
