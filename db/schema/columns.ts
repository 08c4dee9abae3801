import { sql } from 'drizzle-orm';
import { bigint, char, customType, timestamp } from 'drizzle-orm/pg-core';
import { fromUuid, type IdOf, type IdPrefix, toUuid } from '../../lib/kernel/ids';

/** A uuid column that code sees as a prefixed, branded id (`ord_…`), so an id of one kind never fits another's column. */
export function prefixedId<P extends IdPrefix>(prefix: P, name: string) {
  return customType<{ data: IdOf<P>; driverData: string }>({
    dataType: () => 'uuid',
    toDriver: (id) => toUuid(id),
    fromDriver: (uuid) => fromUuid(prefix, uuid),
  })(name);
}

/** Postgres' own text search vector; written by the database alone. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Bytes. Written as `decode($1, 'hex')` in SQL: a Buffer parameter would be stored as JSON text over HTTP. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** An amount in the minor unit of the currency beside it. */
export const minor = (name: string) => bigint(name, { mode: 'number' });

/** Units in stock: a domain, so never negative. Checked without the cost of a CHECK constraint (decisions/0003). */
export const unitCount = customType<{ data: number }>({ dataType: () => 'unit_count' });

/** Units of an order's line: a domain, so at least 1. */
export const positiveCount = customType<{ data: number }>({ dataType: () => 'positive_count' });

/** ISO 4217 code. */
export const currency = (name = 'currency') => char(name, { length: 3 });

/** A moment in UTC, by the database's clock. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const createdAt = () => moment('created_at').notNull().default(sql`now()`);
