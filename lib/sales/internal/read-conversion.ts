import { query } from '@/db/client';
import type { Conversion } from '../model';
import type { Frame } from './frame';

export const CONVERSION_STATEMENT = `
  select is_now as "isNow", sum(carts)::float8 as carts, sum(ordered)::float8 as ordered from (
    select at, at >= $1::timestamptz as is_now, carts, ordered
    from cart_quarters where at >= $3::timestamptz and at < $2::timestamptz
    union all
    select c.created_at, c.created_at >= $1::timestamptz, 1, 0
    from carts c
    where c.id > first_id_at($6::timestamptz - interval '1 hour') and c.created_at > $6::timestamptz
      and c.created_at >= $3::timestamptz and c.created_at < $2::timestamptz
      and exists (select from cart_lines l where l.cart_id = c.id)
    union all
    select c.created_at, c.created_at >= $1::timestamptz, 0, 1
    from orders o join carts c on c.id = o.cart_id
    where o.paid_at > $5::timestamptz and c.created_at >= $3::timestamptz and c.created_at < $2::timestamptz
  ) as begun
  where is_now or at < $4::timestamptz
  group by is_now`;

export const conversionValues = (frame: Frame): readonly unknown[] => [
  frame.starts,
  frame.ends,
  frame.beforeStarts,
  frame.beforeUntil,
  frame.soldUntil,
  frame.cartsUntil,
];

/** Of the carts with something in them that were begun in each period, how many were paid for by now. One statement. */
export async function readConversion(
  frame: Frame,
): Promise<{ readonly now: Conversion; readonly before: Conversion }> {
  const rows = await query<{ isNow: boolean; carts: number; ordered: number }>(
    'sales_conversion',
    CONVERSION_STATEMENT,
    conversionValues(frame),
  );
  const of = (isNow: boolean): Conversion => {
    const row = rows.find((one) => one.isNow === isNow);
    const ordered = row?.ordered ?? 0;
    // A cart that became two orders, one of them cancelled, is one cart that was paid for.
    return { carts: Math.max(row?.carts ?? 0, ordered), ordered };
  };
  return { now: of(true), before: of(false) };
}
