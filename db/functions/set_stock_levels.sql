-- set_stock_levels({ levels: [{ variantId, set (null: not counted), isNew }], reason, actor })
--
-- The stock of many variants at once, each through the ledger: of new ones, which get their stock row here, and of
-- known ones. In variant order, as every transaction that locks lanes of more than one variant.
create or replace function set_stock_levels(p jsonb) returns void
language plpgsql
as $$
declare
  v_level jsonb;
begin
  for v_level in
    select level from jsonb_array_elements(p -> 'levels') as level order by (level ->> 'variantId')::uuid
  loop
    if (v_level ->> 'isNew')::boolean then
      insert into stock_items (variant_id, counted)
      values ((v_level ->> 'variantId')::uuid, v_level ->> 'set' is not null)
      on conflict do nothing;
    end if;
    perform adjust_stock(jsonb_build_object(
      'variantId', v_level -> 'variantId', 'set', v_level -> 'set',
      'kind', case when (v_level ->> 'isNew')::boolean then 'receive' else 'adjust' end,
      'reason', p -> 'reason', 'actor', p -> 'actor'));
  end loop;
end
$$;
