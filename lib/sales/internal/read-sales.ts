import { query } from '@/db/client';
import type { Frame } from './frame';

/** What was sold in one currency in one hour or day of a period. */
export type Sold = {
  readonly currency: string;
  readonly isNow: boolean;
  /** The how-manieth hour or day it is. */
  readonly n: number;
  readonly orders: number;
  readonly units: number;
  readonly total: number;
  readonly refunded: number;
  /** The same, as far as the period before is compared. */
  readonly compared: {
    readonly orders: number;
    readonly units: number;
    readonly total: number;
    readonly refunded: number;
  };
};

const SUMS = ['orders', 'units', 'total', 'refunded'] as const;

/** Folded sums of both periods and what came since, by hour or day and currency. One statement. */
export const SALES_STATEMENT = `
  with sums as (
    select at, currency, orders, units, total_minor as total, refunded_minor as refunded
    from sales_quarters where at >= $3::timestamptz and at < $2::timestamptz
    union all
    select quarter_of(o.paid_at), o.currency, 1, (select coalesce(sum(l.quantity), 0) from order_lines l where l.order_id = o.id),
      o.total_minor, 0
    from orders o where o.paid_at > $5::timestamptz and o.paid_at >= $3::timestamptz and o.paid_at < $2::timestamptz
    union all
    select quarter_of(r.settled_at), r.currency, 0, 0, 0, r.amount_minor
    from refunds r join payments p on p.id = r.payment_id and p.status = 'succeeded'
    where r.settled_at > $5::timestamptz and r.settled_at >= $3::timestamptz and r.settled_at < $2::timestamptz
      and r.status = 'succeeded'
  ), placed as (
    select *, at >= $1::timestamptz as is_now, at >= $1::timestamptz or at < $4::timestamptz as is_compared,
      case $6 when 'hour'
        then floor(extract(epoch from at - case when at >= $1::timestamptz then $1::timestamptz else $3::timestamptz end) / 3600)::int
        else (at at time zone $7)::date - case when at >= $1::timestamptz then $8::date else $9::date end
      end as n
    from sums
  )
  select currency, is_now as "isNow", n,
    ${SUMS.map((sum) => `sum(${sum})::float8 as "${sum}", coalesce(sum(${sum}) filter (where is_compared), 0)::float8 as "compared_${sum}"`).join(', ')}
  from placed group by currency, is_now, n order by currency, is_now, n`;

export const salesValues = (frame: Frame): readonly unknown[] => [
  frame.starts,
  frame.ends,
  frame.beforeStarts,
  frame.beforeUntil,
  frame.soldUntil,
  frame.unit,
  frame.timeZone,
  frame.from,
  frame.beforeFrom,
];

export async function readSales(frame: Frame): Promise<Sold[]> {
  const rows = await query<Omit<Sold, 'compared'> & Record<`compared_${(typeof SUMS)[number]}`, number>>(
    'sales_by_point',
    SALES_STATEMENT,
    salesValues(frame),
  );
  return rows.map((row) => ({
    ...row,
    compared: {
      orders: row.compared_orders,
      units: row.compared_units,
      total: row.compared_total,
      refunded: row.compared_refunded,
    },
  }));
}
