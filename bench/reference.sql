-- The least that selling a unit can write: the decrement, an order and its line, in the shop's own tables with all their
-- indexes and constraints. No price, no idempotency, no ledger, no contact, no outbox: what place_order() is compared with.
create or replace function bench_reference(p_order uuid, p_variant uuid, p_key uuid) returns text
language plpgsql
as $$
begin
  update stock_lanes set available = available - 1 where variant_id = p_variant and lane = 0 and available >= 1;
  if not found then
    return null;
  end if;
  insert into orders (
    id, status, currency, idempotency_id, fingerprint, shipping_minor, tax_minor, tax_included_minor, discount_minor,
    total_minor, payment_status, placed_expires_at, expires_at)
  values (
    p_order, 'pending', 'USD', p_key, '', 0, 0, 0, 0, 4000, 'none', now() + interval '10 minutes',
    now() + interval '10 minutes');
  insert into order_lines (
    order_id, position, variant_id, product_id, sku, title, options, quantity, unit_price_minor, tax_rate_ppm, tax_minor,
    tax_included_minor)
  values (p_order, 0, p_variant, p_variant, 'sku', 'title', '[]', 1, 4000, 0, 0, 0);
  return 'placed';
end
$$;
