-- save_tax_rate({ taxRateId, isNew, changes: { country?, region?, tax_class?, name?, rate_ppm?, included?, applies_to_shipping? },
--   actor, auditId, requestId?, idempotency?: { id, fingerprint (hex), status, body } })
--
-- Makes a rate, or changes what is named of one. Answers { outcome, ... }: saved { rate } | tax-rate-not-found
-- A second rate of a place and class violates tax_rates_country_region_tax_class_key.
create or replace function save_tax_rate(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_before tax_rates%rowtype;
  v_after  tax_rates%rowtype;
begin
  if (p ->> 'isNew')::boolean then
    perform keep_answer(p -> 'idempotency');
    v_after := jsonb_populate_record(null::tax_rates, p -> 'changes' || jsonb_build_object('id', p -> 'taxRateId'));
    insert into tax_rates select v_after.*;
  else
    select * into v_before from tax_rates where id = (p ->> 'taxRateId')::uuid for update;
    if not found then
      return jsonb_build_object('outcome', 'tax-rate-not-found');
    end if;
    v_after := jsonb_populate_record(v_before, p -> 'changes');
    update tax_rates
    set country = v_after.country, region = v_after.region, tax_class = v_after.tax_class, name = v_after.name,
        rate_ppm = v_after.rate_ppm, included = v_after.included, applies_to_shipping = v_after.applies_to_shipping
    where id = v_after.id;
  end if;
  perform record_audit(p, case when v_before.id is null then 'tax-rate.created' else 'tax-rate.updated' end,
    'tax_' || replace(v_after.id::text, '-', ''), case when v_before.id is not null then to_jsonb(v_before) end, to_jsonb(v_after));
  return jsonb_build_object('outcome', 'saved', 'rate', to_jsonb(v_after));
end
$$;
