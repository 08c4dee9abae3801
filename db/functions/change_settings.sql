-- change_settings({ changes: { name?, currency?, currencies? (what it sells in besides), country?, time_zone?, tax_display?, mail_sender?,
--                   low_stock_threshold?, address?, accent_light?, accent_dark?, logo_file?, logo_height? }, actor, auditId, requestId? })
--
-- Changes what is named of the shop's one row. Answers { outcome, ... }:
--   changed { settings }
--   currency-in-use      there are prices, orders or discounts in the present one, which nobody would convert
--   unknown-time-zone    Postgres has no such zone, so no report could be made in it
create or replace function change_settings(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_before shop_settings%rowtype;
  v_after  shop_settings%rowtype;
begin
  select * into strict v_before from shop_settings for update;
  v_after := jsonb_populate_record(v_before, p -> 'changes');

  v_after.currencies := array_remove(v_after.currencies, v_after.currency::text);

  if v_after.currency <> v_before.currency and (
    exists (select from prices) or exists (select from orders) or exists (select from discounts where currency is not null))
  then
    return jsonb_build_object('outcome', 'currency-in-use');
  end if;
  if v_after.time_zone <> v_before.time_zone
    and not exists (select from pg_timezone_names where name = v_after.time_zone)
  then
    return jsonb_build_object('outcome', 'unknown-time-zone');
  end if;

  if v_after is distinct from v_before then
    v_after.updated_at := now();
    update shop_settings
    set name = v_after.name, currency = v_after.currency, currencies = v_after.currencies, country = v_after.country, time_zone = v_after.time_zone,
        tax_display = v_after.tax_display, mail_sender = v_after.mail_sender,
        low_stock_threshold = v_after.low_stock_threshold, address = v_after.address,
        accent_light = v_after.accent_light, accent_dark = v_after.accent_dark, logo_file = v_after.logo_file,
        logo_height = v_after.logo_height, updated_at = v_after.updated_at;
    perform will_bump_tags('{shop}');
    perform record_audit(p, 'settings.changed', 'shop', to_jsonb(v_before) - 'updated_at', to_jsonb(v_after) - 'updated_at');
  end if;
  return jsonb_build_object('outcome', 'changed', 'settings', to_jsonb(v_after));
end
$$;
