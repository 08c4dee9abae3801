import { query } from '@/db/client';
import { fromUuid, type OrderId, toUuid, type VariantId } from '@/lib/kernel/ids';

/** How a line's price came about, in minor units. What was paid for it is lineTotal - discount + tax. */
export type ExplainedLine = {
  readonly variantId: VariantId;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly lineTotal: number;
  readonly discount: number;
  readonly taxRatePpm: number;
  readonly tax: number;
  readonly taxIncluded: number;
};

/** How an order's total came about: its lines, then its shipping. All of it was stored when it was placed. */
export type ExplainedTotals = {
  readonly currency: string;
  readonly discountCode: string | null;
  readonly lines: readonly ExplainedLine[];
  readonly shipping: {
    readonly method: string | null;
    readonly price: number;
    readonly discount: number;
    readonly tax: number;
    readonly taxIncluded: number;
  };
  readonly total: number;
};

/**
 * Explains an order's total line by line, or null when there is no such order. What its lines do not show was the
 * shipping's: only what cannot be told from other columns is stored, so the parts cannot disagree with the whole.
 */
export async function explainTotals(id: OrderId): Promise<ExplainedTotals | null> {
  const [row] = await query<{ explained: string }>(
    'explain_totals',
    `select json_build_object(
       'currency', o.currency, 'discountCode', o.discount_code, 'lines', l.lines,
       'shipping', json_build_object(
         'method', o.shipping_method, 'price', o.shipping_minor, 'discount', o.discount_minor - l.discount,
         'tax', o.shipping_tax_minor, 'taxIncluded', o.tax_included_minor - l.tax_included),
       'total', o.total_minor)::text as explained
     from orders o
     cross join lateral (
       select
         json_agg(json_build_object(
           'variantId', variant_id, 'quantity', quantity, 'unitPrice', unit_price_minor,
           'lineTotal', unit_price_minor * quantity, 'discount', discount_minor, 'taxRatePpm', tax_rate_ppm,
           'tax', tax_minor, 'taxIncluded', tax_included_minor) order by position) as lines,
         sum(discount_minor) as discount,
         sum(tax_included_minor) as tax_included
       from order_lines where order_id = o.id
     ) as l
     where o.id = $1::uuid`,
    [toUuid(id)],
  );
  if (row === undefined) return null;
  const explained = JSON.parse(row.explained) as ExplainedTotals;
  return {
    ...explained,
    lines: explained.lines.map((line) => ({ ...line, variantId: fromUuid('var', line.variantId) })),
  };
}
