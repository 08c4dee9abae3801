-- remove_shipping_zone({ zoneId, actor, auditId, requestId? }): takes a zone away with its countries and rates; what lay in it is in
-- the rest of the world from then on, if there is a zone for that. Answers { outcome }: removed | shipping-zone-not-found
create or replace function remove_shipping_zone(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_zone   uuid := (p ->> 'zoneId')::uuid;
  v_before jsonb;
begin
  perform from shipping_zones where id = v_zone for update;
  if not found then
    return jsonb_build_object('outcome', 'shipping-zone-not-found');
  end if;
  v_before := shipping_zone_document(v_zone);
  delete from shipping_zones where id = v_zone;
  perform record_audit(p, 'shipping-zone.removed', 'zone_' || replace(v_zone::text, '-', ''), v_before, null);
  return jsonb_build_object('outcome', 'removed');
end
$$;
