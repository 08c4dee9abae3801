-- set_low_level({ variantId, level (null: the shop's), actor, auditId, requestId? }): at how many units a variant runs low. Answers
-- { outcome: set | variant-not-found }.
create or replace function set_low_level(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_variant uuid := (p ->> 'variantId')::uuid;
  v_before  stock_items%rowtype;
begin
  select * into v_before from stock_items where variant_id = v_variant for update;
  if not found then
    return jsonb_build_object('outcome', 'variant-not-found');
  end if;
  update stock_items set low_at = (p ->> 'level')::int
  where variant_id = v_variant and low_at is distinct from (p ->> 'level')::int;
  perform note_low(array[v_variant]);
  perform record_audit(p, 'stock.low-level-set', 'var_' || replace(v_variant::text, '-', ''),
    jsonb_build_object('lowAt', v_before.low_at), jsonb_build_object('lowAt', (p ->> 'level')::int));
  return jsonb_build_object('outcome', 'set');
end
$$;
