import { query } from '@/db/client';
import { DAY_MS, HOUR_MS, type Scope, uuidAt } from './scope';

/** Whose ids sort by the time at which they were made. */
export type Walked = 'orders' | 'payments' | 'refunds';

/** Ids from this one to that one, both excluded. */
export type IdRange = { readonly table: Walked; readonly after: string; readonly before: string };

const COUNTED_AT_A_TIME = 200_000;

/**
 * The ids of rows that may belong to the days of a report: those made in them, and before, as far as `earlierDays`. An hour more on
 * both sides is for clocks that are not the database's. No index by time is needed, which every purchase would pay for.
 */
export function idsOfScope(table: Walked, { starts, ends, asOf }: Scope, earlierDays: number): IdRange {
  return {
    table,
    after: uuidAt(starts.ms - earlierDays * DAY_MS - HOUR_MS),
    before: uuidAt(Math.min(ends.ms, asOf.ms) + HOUR_MS),
  };
}

/** How far the next `size` ids behind `cursor` reach. A short range of the primary key, whatever is in the rows. */
export async function walkIds(
  { table, before }: IdRange,
  cursor: string,
  size: number,
): Promise<{ readonly read: number; readonly last: string | null }> {
  const [row] = await query<{ read: number; last: string | null }>(
    `walk_${table}`,
    `with page as materialized (
       select id from ${table} where id > $1::uuid and id < $2::uuid order by id limit $3::int
     )
     select (select count(*)::int from page) as read, (select id::text from page order by id desc limit 1) as last`,
    [cursor, before, size],
  );
  return row ?? { read: 0, last: null };
}

/** How many ids there are, counted in statements that end soon. */
export async function countIds(range: IdRange): Promise<number> {
  let total = 0;
  let cursor: string | null = range.after;
  while (cursor !== null) {
    const { read, last }: Awaited<ReturnType<typeof walkIds>> = await walkIds(
      range,
      cursor,
      COUNTED_AT_A_TIME,
    );
    total += read;
    cursor = read < COUNTED_AT_A_TIME ? null : last;
  }
  return total;
}
