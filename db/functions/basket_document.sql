-- basket_document(basket): a priced basket as JSON: { currency, lines, subtotal, shipping, shippingMethod, tax, taxIncluded,
-- discount, total }, amounts in minor units, ids as plain uuids.
create or replace function basket_document(p priced_basket) returns json
language plpgsql immutable
as $$
declare
  v_line  priced_line;
  v_lines json[] := '{}';
begin
  foreach v_line in array p.lines loop
    v_lines := v_lines || json_build_object(
      'variantId', v_line.variant_id, 'sku', v_line.sku, 'title', v_line.title, 'options', v_line.options,
      'quantity', v_line.quantity, 'unitPrice', v_line.unit_price, 'lineTotal', v_line.line_total);
  end loop;
  return json_build_object(
    'currency', p.currency, 'lines', v_lines, 'subtotal', p.subtotal, 'shipping', p.shipping,
    'shippingMethod', p.shipping_method, 'tax', p.tax, 'taxIncluded', p.tax_included, 'discount', p.discount,
    'total', p.total);
end
$$;
