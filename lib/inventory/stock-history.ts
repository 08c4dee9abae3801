import { query } from '@/db/client';
import { fromUuid, toUuid, type VariantId } from '@/lib/kernel/ids';
import { type Page, toPage } from '@/lib/kernel/page';
import type { Movement, MovementKind, StockDay } from './model';

/** The most lanes that one change may have touched: so many rows are one line of the history. */
const LANES = 64;
/** So much of the ledger is added up for a chart: of what sells faster it shows fewer days, and says so. */
const MAX_ROWS = 20_000;

type MovementRow = {
  id: string;
  at: string;
  kind: MovementKind;
  delta: number;
  order_id: string | null;
  reason: string | null;
  actor: string | null;
};

/**
 * A page of what moved a variant's units, newest first, from the ledger. What one change did to several lanes is one line; moves
 * between lanes are none. `nextCursor` is a line's id.
 */
export async function listMovements(
  id: VariantId,
  filter: { readonly before?: number | undefined; readonly limit: number },
): Promise<Page<Movement>> {
  const rows = await query<MovementRow>(
    'list_stock_movements',
    `select min(m.id)::text as id, to_char(m.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
            m.kind::text as kind, sum(m.delta)::int as delta, m.order_id::text, m.reason, m.actor
     from (
       select * from stock_movements
       where variant_id = $1::uuid and id < $2::bigint order by id desc limit ($3::int + 1) * ${LANES}
     ) m
     where m.kind <> 'rebalance'
     group by m.created_at, m.kind, m.order_id, m.reason, m.actor, m.request_id
     order by min(m.id) desc limit $3::int + 1`,
    [toUuid(id), filter.before ?? Number.MAX_SAFE_INTEGER, filter.limit],
  );
  const movements = rows.map(
    ({ order_id, ...row }): Movement => ({
      ...row,
      orderId: order_id === null ? null : fromUuid('ord', order_id),
    }),
  );
  return toPage(movements, filter.limit, (movement) => movement.id);
}

type DayRow = {
  day: string;
  adjusted: string;
  sold: string;
  level: number | null;
  rows: number;
};

/**
 * What was free of a variant at the end of each of the last days of the shop's time zone, oldest first, and what moved it. The
 * level is worked out backwards from the one of now, so that it agrees with it. `isComplete`: whether the days asked for
 * were all added up. Nothing of what is not counted.
 */
export async function listStockDays(
  id: VariantId,
  days: number,
): Promise<{ readonly days: readonly StockDay[]; readonly isComplete: boolean }> {
  const rows = await query<DayRow>(
    'list_stock_days',
    `with zone as (select time_zone from shop_settings),
     asked as materialized (
       select m.delta, m.kind, m.created_at from stock_movements m
       where m.variant_id = $1::uuid order by m.id desc limit ${MAX_ROWS}
     ),
     moved as (
       select (created_at at time zone (select time_zone from zone))::date as day,
              sum(delta) filter (where kind in ('receive', 'adjust')) as adjusted,
              sum(-delta) filter (where kind in ('claim', 'release', 'restock')) as sold
       from asked group by 1
     ),
     span as (
       select (now() at time zone (select time_zone from zone))::date as today,
              (select min(day) from moved) as first, (select count(*)::int from asked) as rows,
              stock_level($1::uuid) as level
     )
     select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(m.adjusted, 0)::text as adjusted, coalesce(m.sold, 0)::text as sold,
            span.level, span.rows
     from span
     cross join lateral generate_series(
       -- Of the oldest day that was added up, some may be missing.
       greatest(span.today - ($2::int - 1), span.first + case when span.rows = ${MAX_ROWS} then 1 else 0 end),
       span.today, interval '1 day') as d (day)
     left join moved m on m.day = d.day::date
     order by d.day desc`,
    [toUuid(id), days],
  );
  const [latest] = rows;
  if (latest === undefined || latest.level === null) return { days: [], isComplete: true };
  let level = latest.level;
  const told = rows.map((row): StockDay => {
    const day = { day: row.day, level, adjusted: Number(row.adjusted), sold: Number(row.sold) };
    level -= day.adjusted - day.sold;
    return day;
  });
  return { days: told.reverse(), isComplete: latest.rows < MAX_ROWS || rows.length === days };
}
