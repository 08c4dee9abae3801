-- cart_document(cart): a cart as one JSON value, priced now, amounts in minor units, ids as plain uuids; null when there
-- is none. A line's availableQuantity is null when its variant is not counted, 0 when it is off sale. A variant that has no
-- price in the cart's currency is not priced: it costs nothing here, cannot be bought, and is called what it is called
-- where it is sold.
create or replace function cart_document(p_cart_id uuid) returns jsonb
language sql stable
as $$
  select jsonb_build_object(
    'id', c.id,
    'currency', c.currency,
    'lines', coalesce(l.lines, '[]'),
    'subtotal', coalesce(l.subtotal, 0))
  from carts c
  cross join lateral (
    select
      jsonb_agg(jsonb_build_object(
        'variantId', line.variant_id, 'sku', coalesce(o.sku, other.sku, ''), 'title', coalesce(o.title, other.title, ''),
        'options', coalesce(o.options, other.options, '[]'), 'quantity', line.quantity, 'priced', o.variant_id is not null,
        'unitPrice', coalesce(o.price_minor, 0), 'lineTotal', coalesce(o.price_minor, 0) * line.quantity,
        'availableQuantity', case when o.sellable then free_units(line.variant_id) else 0 end)
        order by line.added_at, line.variant_id) as lines,
      sum(coalesce(o.price_minor, 0) * line.quantity) as subtotal
    from cart_lines line
    left join offers o on o.variant_id = line.variant_id and o.currency = c.currency
    left join lateral (
      select sku, title, options from offers elsewhere
      where elsewhere.variant_id = line.variant_id and o.variant_id is null
      order by elsewhere.currency limit 1
    ) other on true
    where line.cart_id = c.id
  ) l
  where c.id = p_cart_id
$$;
