-- shipping_zone_document(zone): a zone with its countries and rates as one JSON value, the id as a plain uuid; null when there is none.
create or replace function shipping_zone_document(p_zone uuid) returns jsonb
language sql stable
as $$
  select jsonb_build_object(
    'id', z.id, 'name', z.name,
    'countries', coalesce((
      select jsonb_agg(jsonb_build_object('country', c.country, 'region', c.region)
        order by c.country collate "C", c.region collate "C")
      from shipping_zone_countries c where c.zone_id = z.id), '[]'),
    'rates', coalesce((
      select jsonb_agg(jsonb_build_object(
        'code', r.code, 'title', r.title, 'currency', r.currency, 'price', r.price_minor, 'minSubtotal', r.min_subtotal_minor,
        'maxWeightGrams', r.max_weight_grams, 'translations', r.translations) order by r.id)
      from shipping_rates r where r.zone_id = z.id), '[]'))
  from shipping_zones z
  where z.id = p_zone
$$;
