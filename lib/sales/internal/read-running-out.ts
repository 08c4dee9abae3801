import { query } from '@/db/client';
import { fromUuid } from '@/lib/kernel/ids';
import type { RunningOut } from '../model';
import type { Frame } from './frame';

const SHOWN = 10;

/** At or below the shop's threshold, or sold out in a week at the pace of the last seven days. Reads all levels of stock once. */
export const RUNNING_OUT_STATEMENT = `
  with today as (
    select (now() at time zone time_zone)::date as day, low_stock_threshold as threshold from shop_settings
  ), pace as (
    select variant_id, sum(units) as units from (
      select variant_id, units from variant_sales_daily where day > (select day - 7 from today)
      union all
      select l.variant_id, l.quantity from orders o join order_lines l on l.order_id = o.id where o.paid_at > $1::timestamptz
    ) as sold group by variant_id
  ), level as (
    select i.variant_id, sum(l.available) as available, coalesce(i.low_at, (select threshold from today)) as low_at
    from stock_items i join stock_lanes l using (variant_id) where i.counted group by i.variant_id
  ), low as (
    select l.variant_id, l.available, coalesce(p.units, 0) as sold, o.product_id, o.title, o.sku, o.options
    from level l
    left join pace p using (variant_id)
    join offers o on o.variant_id = l.variant_id and o.currency = $2 and o.sellable
    where l.available <= l.low_at or l.available <= p.units
  )
  select variant_id::text as variant, product_id::text as product, title, sku, options::text, available::float8 as available,
    sold::float8 as sold, (available * 7 / nullif(sold, 0))::float8 as "daysLeft", (count(*) over ())::float8 as count
  from low order by sold > 0 desc, available * 7.0 / nullif(sold, 0), available, variant_id limit ${SHOWN}`;

type Row = {
  variant: string;
  product: string;
  title: string;
  sku: string;
  options: string;
  available: number;
  sold: number;
  daysLeft: number | null;
  count: number;
};

/** What will be gone soon or is, soonest first. One statement. */
export async function readRunningOut({
  soldUntil,
  currency,
}: Pick<Frame, 'soldUntil' | 'currency'>): Promise<{ count: number; items: RunningOut[] }> {
  const rows = await query<Row>('running_out', RUNNING_OUT_STATEMENT, [soldUntil, currency]);
  return {
    count: rows[0]?.count ?? 0,
    items: rows.map(({ variant, product, options, count: _, daysLeft, ...row }) => ({
      ...row,
      variantId: fromUuid('var', variant),
      productId: fromUuid('prod', product),
      options: (JSON.parse(options) as { value: string }[]).map(({ value }) => value).join(' / '),
      daysLeft: daysLeft === null ? null : Math.floor(daysLeft),
    })),
  };
}
