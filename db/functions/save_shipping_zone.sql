-- save_shipping_zone({ zoneId, isNew, name?, countries?: [{ country, region }], rates?: [{ id, code, title, currency, price,
--   minSubtotal, maxWeightGrams, translations: { language: { title } } }], actor, auditId, requestId?, idempotency?: { id, fingerprint (hex), status, body } })
--
-- Makes a zone, or changes what is named of one; countries and rates are whole lists. Answers { outcome, ... }:
--   saved { zone }
--   shipping-zone-not-found
-- A country that lies in another zone violates shipping_zone_countries_country_region_pk.
-- Orders name a rate by its code and keep what they paid, so rates are replaced, not kept by id.
create or replace function save_shipping_zone(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_zone   uuid := (p ->> 'zoneId')::uuid;
  v_before jsonb;
  v_after  jsonb;
begin
  if (p ->> 'isNew')::boolean then
    perform keep_answer(p -> 'idempotency');
    insert into shipping_zones (id, name) values (v_zone, p ->> 'name');
  else
    perform from shipping_zones where id = v_zone for update;
    if not found then
      return jsonb_build_object('outcome', 'shipping-zone-not-found');
    end if;
    v_before := shipping_zone_document(v_zone);
    update shipping_zones set name = p ->> 'name' where id = v_zone and p ? 'name';
  end if;

  if p ? 'countries' then
    delete from shipping_zone_countries where zone_id = v_zone;
    insert into shipping_zone_countries (country, region, zone_id)
    select place ->> 'country', place ->> 'region', v_zone from jsonb_array_elements(p -> 'countries') as place
    order by 1, 2;
  end if;
  if p ? 'rates' then
    delete from shipping_rates where zone_id = v_zone;
    insert into shipping_rates (id, zone_id, code, title, currency, price_minor, min_subtotal_minor, max_weight_grams,
      translations)
    select r.id, v_zone, r.code, r.title, r.currency, r.price, r."minSubtotal", r."maxWeightGrams",
           coalesce(r.translations, '{}')
    from jsonb_to_recordset(p -> 'rates') as r (
      id uuid, code text, title text, currency text, price bigint, "minSubtotal" bigint, "maxWeightGrams" int,
      translations jsonb);
  end if;

  v_after := shipping_zone_document(v_zone);
  perform record_audit(p, case when v_before is null then 'shipping-zone.created' else 'shipping-zone.updated' end,
    'zone_' || replace(v_zone::text, '-', ''), v_before, v_after);
  return jsonb_build_object('outcome', 'saved', 'zone', v_after);
end
$$;
