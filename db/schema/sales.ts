import { sql } from 'drizzle-orm';
import { bigint, date, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { currency, minor, moment } from './columns';

/**
 * What was sold on each day of the shop's time zone: orders by when they were paid, refunds by when they went back. Computed
 * anew every night for the last days, so that it never drifts from the orders.
 */
export const salesDaily = pgTable(
  'sales_daily',
  {
    day: date('day', { mode: 'string' }).notNull(),
    currency: currency().notNull(),
    orders: integer('orders').notNull(),
    units: bigint('units', { mode: 'number' }).notNull(),
    /** What buyers paid: total = goods + shipping + tax - discount. */
    totalMinor: minor('total_minor').notNull(),
    shippingMinor: minor('shipping_minor').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    taxIncludedMinor: minor('tax_included_minor').notNull(),
    discountMinor: minor('discount_minor').notNull(),
    refundedMinor: minor('refunded_minor').notNull(),
    computedAt: moment('computed_at').notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.day, t.currency] })],
);
