-- note_availability({ variants: [uuid], returned }): writes down which of these variants have sold out and which are for sale
-- again, and answers what shoppers see changed by it: { products: [uuid], lists }. Pages show only whether there is any, so
-- of a thousand sales one is news.
--
-- `returned`: units came back to who knows which variants; all that are written down as sold out are looked at. Called after
-- the commit of whatever moved the units, by several at once: each change is answered to one of them.
create or replace function note_availability(p jsonb) returns json
language plpgsql
as $$
declare
  v_asked uuid[] := array(select value::uuid from jsonb_array_elements_text(p -> 'variants'));
  v_gone  uuid[];
  v_back  uuid[];
begin
  with gone as (
    insert into sold_out_variants (variant_id)
    select v.id from variants v
    where v.id = any (v_asked) and stock_level(v.id) = 0
    order by v.id
    on conflict do nothing
    returning variant_id
  )
  select array_agg(variant_id) into v_gone from gone;

  -- In a statement of its own, which sees units that came back meanwhile.
  with known as (
    select s.variant_id from sold_out_variants s
    where ((p ->> 'returned')::boolean or s.variant_id = any (v_asked))
      and (coalesce(stock_level(s.variant_id) > 0, true) or not exists (select from variants v where v.id = s.variant_id))
    order by s.variant_id
    for update skip locked
  ),
  back as (
    delete from sold_out_variants s using known where s.variant_id = known.variant_id
    returning s.variant_id
  )
  select array_agg(variant_id) into v_back from back;
  perform note_low(v_asked);

  return (
    select json_build_object(
      'products', coalesce(json_agg(distinct v.product_id), '[]'),
      -- A list shows whether any variant is left: another one that is hides the change.
      'lists', coalesce(bool_or(not exists (
        select from variants other
        where other.product_id = v.product_id and other.archived_at is null and other.id <> all (v_gone || v_back)
          and coalesce(stock_level(other.id) > 0, true))), false))
    from variants v
    where v.id = any (v_gone || v_back) and v.archived_at is null);
end
$$;
