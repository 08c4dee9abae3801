import { type SQL, sql } from 'drizzle-orm';
import { type IdOf, type IdPrefix, toUuid } from '@/lib/kernel/ids';

/** Rows as one jsonb parameter, for jsonb_to_recordset: a statement writes any number of rows in one go. */
export function jsonRows(rows: readonly object[]): SQL {
  return sql`${JSON.stringify(rows)}::jsonb`;
}

/** Ids as one uuid[] parameter. */
export function uuids(ids: readonly IdOf<IdPrefix>[]): SQL {
  return sql`${`{${ids.map(toUuid).join(',')}}`}::uuid[]`;
}
