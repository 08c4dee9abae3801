import { query } from '@/db/client';
import { fromUuid } from '@/lib/kernel/ids';
import type { BestSeller } from '../model';
import type { Frame } from './frame';

const SHOWN = 10;

export const BEST_SELLERS_STATEMENT = `
  with sold as (
    select product_id, currency, units, total_minor, day >= $1::date as is_now
    from variant_sales_daily where day >= $2::date and day <= $3::date
    union all
    select l.product_id, o.currency, l.quantity, l.unit_price_minor * l.quantity - l.discount_minor, o.paid_at >= $4::timestamptz
    from orders o join order_lines l on l.order_id = o.id
    where o.paid_at > $5::timestamptz and o.paid_at >= $6::timestamptz and o.paid_at < $7::timestamptz
  ), best as (
    select product_id, sum(units) filter (where is_now) as units, sum(units) filter (where not is_now) as units_before
    from sold group by product_id having sum(units) filter (where is_now) > 0
    order by units desc, product_id limit ${SHOWN}
  )
  select b.product_id::text as id, p.title, b.units::float8 as units, coalesce(b.units_before, 0)::float8 as "unitsBefore",
    (select json_agg(json_build_object('currency', currency, 'amount', amount) order by currency <> $8, currency) from (
       select currency, sum(total_minor) as amount from sold s
       where s.product_id = b.product_id and s.is_now group by currency
     ) as by_currency)::text as sales
  from best b left join products p on p.id = b.product_id
  order by b.units desc, b.product_id`;

export const bestSellersValues = (frame: Frame): readonly unknown[] => [
  frame.from,
  frame.beforeFrom,
  frame.to,
  frame.starts,
  frame.soldUntil,
  frame.beforeStarts,
  frame.ends,
  frame.currency,
];

/** What sold most units in the period, most first. One statement. */
export async function readBestSellers(frame: Frame): Promise<BestSeller[]> {
  const rows = await query<{
    id: string;
    title: string | null;
    units: number;
    unitsBefore: number;
    sales: string | null;
  }>('best_sellers', BEST_SELLERS_STATEMENT, bestSellersValues(frame));
  return rows.map(({ id, title, units, unitsBefore, sales }) => ({
    productId: fromUuid('prod', id),
    title: title ?? 'A product that is gone',
    units,
    unitsBefore,
    sales: JSON.parse(sales ?? '[]') as BestSeller['sales'],
  }));
}
