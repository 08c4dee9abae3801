import { query } from '@/db/client';
import type { OverviewInput } from '../input';
import { SPANS } from '../model';

/** The moments between which figures are asked for, as Postgres writes them, and what the shop's clock says of them. */
export type Frame = {
  readonly asOf: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly from: string;
  readonly to: string;
  readonly beforeFrom: string;
  readonly beforeTo: string;
  /** Where the days begin, and the one behind the last begins. */
  readonly starts: string;
  readonly ends: string;
  readonly beforeStarts: string;
  readonly beforeEnds: string;
  /** Up to where the period before counts: as far as this one has come. */
  readonly beforeUntil: string;
  readonly isRunning: boolean;
  readonly soldUntil: string;
  readonly cartsUntil: string;
  /** How many hours or days there are, and the one that now lies in. */
  readonly unit: 'hour' | 'day';
  readonly length: number;
  readonly beforeLength: number;
  readonly reached: number;
};

const LONG_DAYS = 2;

/** Turns what was asked for into moments, by the shop's clock. One statement. */
export async function readFrame({ span, from, to }: OverviewInput): Promise<Frame> {
  const [row] = await query<{ frame: string }>(
    'sales_frame',
    `with days as (
       select time_zone, currency, coalesce($2::date, today - ($1::int - 1)) as from_day, coalesce($3::date, today) as to_day
       from (select *, (now() at time zone time_zone)::date as today from shop_settings) s
     ), moments as (
       select *, to_day - from_day + 1 as length,
         from_day::timestamp at time zone time_zone as starts, (to_day + 1)::timestamp at time zone time_zone as ends,
         (from_day - (to_day - from_day + 1))::timestamp at time zone time_zone as before_starts
       from days
     )
     select json_build_object(
       'asOf', now(), 'timeZone', time_zone, 'currency', currency, 'from', from_day, 'to', to_day,
       'beforeFrom', from_day - length, 'beforeTo', from_day - 1,
       'starts', starts, 'ends', ends, 'beforeStarts', before_starts, 'beforeEnds', starts,
       'beforeUntil', case when now() < ends then greatest(before_starts, least(starts, before_starts + (now() - starts))) else starts end,
       'isRunning', now() >= starts and now() < ends,
       'soldUntil', coalesce(sold_until, '2000-01-01'), 'cartsUntil', coalesce(carts_until, '2000-01-01'),
       'unit', case when length <= ${LONG_DAYS} then 'hour' else 'day' end,
       'length', case when length <= ${LONG_DAYS} then ceil(extract(epoch from ends - starts) / 3600)::int else length end,
       'beforeLength', case when length <= ${LONG_DAYS} then ceil(extract(epoch from starts - before_starts) / 3600)::int else length end,
       'reached', case when now() >= ends then 100000 when now() < starts then -1
         when length <= ${LONG_DAYS} then floor(extract(epoch from now() - starts) / 3600)::int
         else (now() at time zone time_zone)::date - from_day end
     )::text as frame
     from moments left join sales_progress on true`,
    [SPANS[span ?? 'today'], from ?? null, to ?? null],
  );
  if (row === undefined) throw new Error('The shop has no settings: its database was not set up.');
  return JSON.parse(row.frame) as Frame;
}
