-- remove_tax_rate({ taxRateId, actor, auditId, requestId? }). Answers { outcome }: removed | tax-rate-not-found
create or replace function remove_tax_rate(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_before tax_rates%rowtype;
begin
  delete from tax_rates where id = (p ->> 'taxRateId')::uuid returning * into v_before;
  if not found then
    return jsonb_build_object('outcome', 'tax-rate-not-found');
  end if;
  perform record_audit(p, 'tax-rate.removed', 'tax_' || replace(v_before.id::text, '-', ''), to_jsonb(v_before), null);
  return jsonb_build_object('outcome', 'removed');
end
$$;
